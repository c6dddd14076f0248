using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Integration.Tests;

/// <summary>A user's project, in a temporary place of its own and built by the SDK's compiler with the generator as analyzer.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _name;
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("mlp-consumer-");
    private bool _isRestored;

    public Consumer(string name)
    {
        _name = name;
        Copy(BuiltFiles.Beside("Consumers"), _copy.FullName, isDeep: false);
        Copy(BuiltFiles.Beside("Consumers", name), Folder, isDeep: true);
    }

    /// <summary>Where the project stands.</summary>
    public string Folder => Path.Combine(_copy.FullName, _name);

    /// <summary>Adds or replaces a source file.</summary>
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>Its project file.</summary>
    public string Project => Directory.GetFiles(Folder, _name + ".*proj").Single();

    /// <summary>Builds it; packages that one build has found are not looked for by the next.</summary>
    /// <param name="more">Further arguments.</param>
    public async Task<ChildRun> Build(params string[] more)
    {
        ChildRun run = await Build(Project, _isRestored ? [.. more, "--no-restore"] : more);
        _isRestored |= run.ExitCode == 0;
        return run;
    }

    /// <summary>Builds one consumer, or a project that builds several.</summary>
    /// <param name="project">The path of the project file.</param>
    /// <param name="more">Further arguments.</param>
    public static Task<ChildRun> Build(string project, params string[] more) => ChildRun.Start(
        [
            "build", project, "-c", "Release", "-nologo", "-v:quiet", "-clp:NoSummary", "-tl:off", "-m:1",
            "-p:MlpRuntime=" + BuiltFiles.Product("Mlp.Runtime"),
            "-p:MlpGenerator=" + BuiltFiles.Product("Mlp.Generator"),
            "-p:MlpCodeFixes=" + BuiltFiles.Product("Mlp.Generator.CodeFixes"),
            "-p:MlpBuildTool=" + BuiltFiles.Product("Mlp.Build"),
            .. more,
        ],
        BuildEnvironment.Variables);

    /// <summary>Runs what was built.</summary>
    public Task<ChildRun> Run(params string[] arguments) => ChildRun.Start([Path.Combine(Folder, "bin", "Release", "net10.0", _name + ".dll"), .. arguments]);

    /// <summary>The errors and warnings of a build, each once: where, and which.</summary>
    public static IReadOnlyList<(string File, int Line, string Id)> Complaints(ChildRun build) =>
        [.. Complaint.In(build.Output).Select(complaint => complaint.Place).Distinct()];

    public void Dispose() => _copy.Delete(recursive: true);

    private static void Copy(string from, string to, bool isDeep)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in isDeep ? Directory.GetDirectories(from) : [])
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)), isDeep);
        }
    }
}
