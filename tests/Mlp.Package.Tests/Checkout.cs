using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>The sources of the packages as a fresh clone has them, in a folder of their own.</summary>
internal sealed class Checkout
{
    /// <summary>Where the clone claims to come from.</summary>
    public const string Remote = "https://github.com/strangers/mlp";

    /// <summary>The commit that the clone claims to be.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly string _folder;

    public Checkout(string folder)
    {
        _folder = folder;
        Folder.CopyFiles(Repository.Root, folder);
        foreach (string part in (string[])["src", "eng", Path.Combine("samples", "Iris"), Path.Combine("samples", "Data")])
        {
            Folder.CopySources(Path.Combine(Repository.Root, part), Path.Combine(folder, part));
        }

        Claim();
    }

    /// <summary>
    /// Makes packages as README says, but without analyzers, which have read the same sources in the build of the tests, and all in one run: packages have
    /// projects in common, and a run for each would look at them again.
    /// </summary>
    /// <param name="feed">Where the packages are put.</param>
    /// <param name="projects">The projects that are packed, below src.</param>
    public async Task Pack(string feed, params string[] projects)
    {
        string all = Path.Combine(_folder, "Packages.proj");
        await File.WriteAllTextAsync(all, Project(projects));
        ChildRun run = await ChildRun.Start(
            ["pack", all, "-c", "Release", "-o", feed, "-nologo", "-v:quiet", "-tl:off", "-p:RunAnalyzers=false"],
            BuildEnvironment.Variables);
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldNotContain("warning");
    }

    private static string Project(IEnumerable<string> projects) =>
        $"""
        <Project>
          <ItemGroup>
        {string.Join('\n', projects.Select(project => $"    <Packed Include=\"src/{project}/{project}.csproj\" />"))}
          </ItemGroup>
          <Target Name="Restore">
            <MSBuild Projects="@(Packed)" Targets="Restore" Properties="MSBuildRestoreSessionId=restore" />
          </Target>
          <Target Name="Pack">
            <!-- One after the other: a package has the build of another inside, which needs its library. -->
            <MSBuild Projects="%(Packed.FullPath)" Targets="Pack" />
          </Target>
        </Project>
        """;

    /// <summary>Writes the little that Source Link reads of a clone, the same in every folder.</summary>
    private void Claim()
    {
        string git = Path.Combine(_folder, ".git");
        File.Delete(git); // of a linked working tree it is a file, and was copied
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs"));
        File.WriteAllText(Path.Combine(git, "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(git, "config"), $"[remote \"origin\"]\n\turl = {Remote}\n");
    }
}
