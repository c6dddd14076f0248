using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>
/// Strangers' projects in a folder where nothing of the repository reaches them, restored and built in one run. The packages
/// come from the feed alone; others come from what this machine has, so that no network is needed.
/// </summary>
public sealed class StrangerSolution : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Environment = new(BuildEnvironment.Variables)
    {
        // Read by the projects: the one version that they are to use.
        ["MlpVersion"] = Surroundings.Version,
    };

    private readonly string _folder;

    public StrangerSolution(PackedPackage package)
    {
        _folder = package.FolderOf("strangers");
        Folder.CopySources(Path.Combine(Surroundings.Repository, "tests", "Mlp.Package.Tests", "Strangers"), _folder);
        WriteSources(package);
        WriteSolution();
        FiveHundredNetworks.WriteTo(Path.Combine(_folder, "FiveHundred", "Networks.cs"));
    }

    /// <summary>How the build of all of them went.</summary>
    internal ChildRun Build { get; private set; } = null!;

    public async Task InitializeAsync() => Build = await Dotnet("build", "Strangers.slnx", "-c", "Release");

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs the program of a project that was built.</summary>
    internal Task<ChildRun> Run(string project) => ChildRun.Start([Assembly(project)]);

    /// <summary>Runs the tests of a project that was built.</summary>
    internal Task<ChildRun> Test(string project) => ChildRun.Start(["test", Assembly(project)], Environment);

    /// <summary>Restores a project that is not part of the solution.</summary>
    internal Task<ChildRun> Restore(string project) => Dotnet("restore", Path.Combine(project, project + ".csproj"));

    /// <summary>Builds a project once more, with a property that its author had not thought of.</summary>
    internal Task<ChildRun> BuildWith(string project, string property) =>
        Dotnet("build", Path.Combine(project, project + ".csproj"), "-c", "Release", "--no-restore", "-p:" + property);

    private Task<ChildRun> Dotnet(string command, string target, params string[] options) =>
        ChildRun.Start([command, Path.Combine(_folder, target), .. options, "-nologo", "-v:quiet", "-tl:off"], Environment);

    private string Assembly(string project) => Path.Combine(_folder, project, "bin", "Release", "net10.0", project + ".dll");

    // A cache of their own: the machine's may have an older package of the same version.
    private void WriteSources(PackedPackage package) => File.WriteAllText(
        Path.Combine(_folder, "nuget.config"),
        $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{package.FolderOf("cache")}" />
          </config>
          <packageSources>
            <clear />
            <add key="feed" value="{package.Feed}" />
            <add key="machine" value="{Surroundings.PackageCache}" />
          </packageSources>
          <packageSourceMapping>
            <clear />
            <packageSource key="feed"><package pattern="Mlp" /><package pattern="Mlp.*" /></packageSource>
            <packageSource key="machine"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """);

    private void WriteSolution()
    {
        IEnumerable<string> projects = Directory.GetFiles(_folder, "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetRelativePath(_folder, project))
            .Where(project => !project.StartsWith("TooOldFramework", StringComparison.Ordinal));
        File.WriteAllText(
            Path.Combine(_folder, "Strangers.slnx"),
            $"<Solution>{string.Concat(projects.Order(StringComparer.Ordinal).Select(project => $"""<Project Path="{project}" />"""))}</Solution>");
    }
}
