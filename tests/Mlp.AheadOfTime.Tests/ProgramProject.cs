using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Mlp.AheadOfTime.Tests;

/// <summary>The project of a program of these tests, which the build of the tests has built.</summary>
/// <param name="name">Its name.</param>
internal sealed class ProgramProject(string name)
{
    private static readonly string Configuration = typeof(ProgramProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Configuration").Value!;

    private readonly string _folder = Path.Combine(Repository.Root, "tests", name);

    /// <summary>Runs what was built, under the JIT.</summary>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="arguments">What it is given.</param>
    public Task<ChildRun> RunJustInTime(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        ChildRun.Start([Path.Combine(_folder, "bin", Configuration, "net10.0", name + ".dll"), .. arguments], environment);

    /// <summary>Compiles it ahead of time, from the assemblies of the JIT, or takes what an earlier run has made of the very same.</summary>
    /// <param name="instructionSet">What the project would have as IlcInstructionSet; empty for nothing.</param>
    public async Task<PublishedProgram> Publish(string instructionSet)
    {
        string variant = "aot-" + (instructionSet.Length == 0 ? "default" : instructionSet);
        string output = Path.Combine(_folder, "bin", variant) + "/";
        ChildRun run = await ChildRun.Start(
            ["publish", _folder, "--no-build", .. Options, "-m:1", "-o", output, $"-p:IlcInstructionSet={instructionSet}", $"-p:NativeIntermediateOutputPath=obj/{variant}/", $"-p:NativeOutputPath=obj/{variant}/linked/"],
            BuildEnvironment.Variables);
        run.ExitCode.ShouldBe(0, run.Output);
        return new PublishedProgram(Path.Combine(output, name), run.Output);
    }

    /// <summary>Runs one target of the build alone.</summary>
    /// <param name="target">The target.</param>
    /// <param name="properties">What the project would have, as "name=value".</param>
    public Task<ChildRun> Build(string target, params string[] properties) =>
        ChildRun.Start(["msbuild", _folder, "-t:" + target, .. Options[2..], .. properties.Select(property => "-p:" + property)], BuildEnvironment.Variables);

    // Warnings are looked at, and must not end the run.
    private static string[] Options => ["-c", Configuration, "-nologo", "-v:quiet", "-tl:off", "-p:TreatWarningsAsErrors=false", "-p:MSBuildTreatWarningsAsErrors=false"];
}
