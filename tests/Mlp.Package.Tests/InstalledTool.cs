using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>The command <c>mlp</c>, installed from the feed into a folder of its own.</summary>
/// <param name="folder">The folder.</param>
internal sealed class InstalledTool(string folder)
{
    /// <summary>Installs it.</summary>
    /// <param name="package">The packages.</param>
    /// <param name="folder">A folder whose sources of packages are meant.</param>
    public static async Task<InstalledTool> From(PackedPackage package, string folder)
    {
        string path = package.FolderOf("tool");
        ChildRun run = await ChildRun.Start(["tool", "install", "Mlp.Tool", "--tool-path", path, "--version", Surroundings.Version], BuildEnvironment.Variables, folder);
        run.ExitCode.ShouldBe(0, run.Output);
        return new InstalledTool(path);
    }

    /// <summary>Runs it as a shell does; it is told where .NET is, for that need not be where installers put it.</summary>
    /// <param name="arguments">The command and what it is given.</param>
    public Task<ChildRun> Run(params string[] arguments)
    {
        var environment = new Dictionary<string, string?>
        {
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        };
        return ChildRun.StartProgram(Path.Combine(folder, "mlp"), arguments, environment);
    }
}
