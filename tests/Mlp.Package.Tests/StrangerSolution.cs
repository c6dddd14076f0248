using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Mlp.Package.Tests;

/// <summary>
/// Strangers' projects, and those of a new solution, in a folder where nothing of the repository reaches them, restored and built
/// in one run. The packages come from the feed alone; others come from what this machine has, so that no network is needed.
/// </summary>
public sealed class StrangerSolution : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Environment = new(BuildEnvironment.Variables)
    {
        // Read by the projects: the one version that they are to use.
        ["MlpVersion"] = Surroundings.Version,
    };

    /// <summary>
    /// New solutions by their names: what XML, file systems and C# each write in another way, what is called like the package, a
    /// keyword, and a namespace that hides another.
    /// </summary>
    internal static readonly string[] NewNames = ["R&D's 2.0 Größe-x", "Mlp", "class", "Acme.Mlp"];

    private readonly PackedPackage _package;
    private readonly string _folder;

    public StrangerSolution(PackedPackage package)
    {
        _package = package;
        _folder = package.FolderOf("strangers");
        Folder.CopySources(Path.Combine(Repository.Root, "tests", "Mlp.Package.Tests", "Strangers"), _folder);
        WriteSources();
        FiveHundredNetworks.WriteTo(Path.Combine(_folder, "FiveHundred", "Networks.cs"));
    }

    /// <summary>How the build of all of them went.</summary>
    internal ChildRun Build { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await MakeFromTemplate();
        WriteSolution();
        Build = await Dotnet("build", "Strangers.slnx", "-c", "Release");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs the program of a project that was built.</summary>
    internal Task<ChildRun> Run(string project) => ChildRun.Start([Assembly(project)]);

    /// <summary>The folder in which a new solution was made, which need not be called as it is.</summary>
    internal string NewFolder(string name) => Path.Combine(_folder, "New" + Array.IndexOf(NewNames, name).ToString(CultureInfo.InvariantCulture));

    /// <summary>Where the program of a new solution was built.</summary>
    internal string NewProgram(string name)
    {
        string settings = Directory.GetFiles(Path.Combine(NewFolder(name), name, "bin", "Release", "net10.0"), "*.runtimeconfig.json").Single();
        return settings.Replace(".runtimeconfig.json", ".dll");
    }

    /// <summary>Runs the program of a new solution in a folder.</summary>
    internal Task<ChildRun> RunNewIn(string folder, string name, params string[] arguments) => ChildRun.Start([NewProgram(name), .. arguments], folder: folder);

    /// <summary>Runs the program of a new solution.</summary>
    internal Task<ChildRun> RunNew(string name, params string[] arguments) => ChildRun.Start([NewProgram(name), .. arguments]);

    /// <summary>Runs the tests of a new solution, by the name of its solution file.</summary>
    internal Task<ChildRun> TestNew(string name) => ChildRun.Start(
        ["test", Path.Combine(NewFolder(name), name + ".slnx"), "-c", "Release", "--no-build", "-nologo"], Environment);

    /// <summary>Runs the tests of a project that was built.</summary>
    internal Task<ChildRun> Test(string project) => ChildRun.Start(["test", Assembly(project)], Environment);

    /// <summary>Installs the tool, and with it nothing from elsewhere.</summary>
    internal Task<InstalledTool> InstallTool() => InstalledTool.From(_package, _folder);

    /// <summary>A file that a program has written beside itself.</summary>
    internal string Written(string project, string file) => Path.Combine(Path.GetDirectoryName(Assembly(project))!, file);

    /// <summary>Restores a project that is not part of the solution.</summary>
    internal Task<ChildRun> Restore(string project) => Dotnet("restore", Path.Combine(project, project + ".csproj"));

    /// <summary>Builds a project once more, with a property that its author had not thought of.</summary>
    internal Task<ChildRun> BuildWith(string project, string property) =>
        Dotnet("build", Path.Combine(project, project + ".csproj"), "-c", "Release", "--no-restore", "-p:" + property);

    private Task<ChildRun> Dotnet(string command, string target, params string[] options) =>
        ChildRun.Start([command, Path.Combine(_folder, target), .. options, "-nologo", "-v:quiet", "-tl:off"], Environment);

    private string Assembly(string project) =>
        Path.Combine(_folder, project, "bin", "Release", "net10.0", Path.GetFileName(project) + ".dll");

    // In a hive of its own: what this machine has installed stays as it is.
    private async Task MakeFromTemplate()
    {
        string template = Path.Combine(_package.Feed, $"Mlp.Templates.{Surroundings.Version}.nupkg");
        string[][] commands = [["install", template], .. NewNames.Select(name => (string[])["mlp", "-n", name, "-o", NewFolder(name), "--no-update-check"])];
        foreach (string[] command in commands)
        {
            ChildRun run = await ChildRun.Start(["new", .. command, "--debug:custom-hive", _package.FolderOf("hive")], Environment);
            run.ExitCode.ShouldBe(0, run.Output);
        }
    }

    // A cache of their own: the machine's may have an older package of the same version.
    private void WriteSources() => File.WriteAllText(
        Path.Combine(_folder, "nuget.config"),
        $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{_package.FolderOf("cache")}" />
          </config>
          <packageSources>
            <clear />
            <add key="feed" value="{_package.Feed}" />
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
        new XElement("Solution", projects.Order(StringComparer.Ordinal).Select(project => new XElement("Project", new XAttribute("Path", project))))
            .Save(Path.Combine(_folder, "Strangers.slnx"));
    }
}
