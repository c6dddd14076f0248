using System.IO;
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

    /// <summary>Makes a package as README says, but without analyzers: they have read the same sources in the build of the tests.</summary>
    /// <param name="project">The project that is packed, below src.</param>
    /// <param name="feed">Where the package is put.</param>
    public async Task Pack(string project, string feed)
    {
        ChildRun run = await ChildRun.Start(
            ["pack", Path.Combine(_folder, "src", project), "-c", "Release", "-o", feed, "-nologo", "-v:quiet", "-tl:off", "-p:RunAnalyzers=false"],
            BuildEnvironment.Variables);
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldNotContain("warning");
    }

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
