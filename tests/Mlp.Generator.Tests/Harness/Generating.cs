using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Runs the driver with step tracking.</summary>
internal static class Generating
{
    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new MlpGenerator().AsSourceGenerator()],
        WeightFiles.All,
        parseOptions: Compiling.LatestCSharp,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorRunResult Run(Compilation compilation, CancellationToken cancellationToken = default) =>
        Result(Driver().RunGenerators(compilation, cancellationToken));

    public static GeneratorRunResult Result(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        result.Exception.ShouldBeNull();
        result.Diagnostics.ShouldBeEmpty();
        return result;
    }

    /// <summary>The networks that reached the emitter.</summary>
    public static IReadOnlyList<NetworkModel> Networks(GeneratorRunResult result) =>
        result.TrackedSteps.TryGetValue(TrackingNames.Networks, out var steps)
            ? [.. steps.SelectMany(step => step.Outputs).Where(output => output.Reason != IncrementalStepRunReason.Removed).Select(output => output.Value).Cast<NetworkModel>()]
            : [];

    public static IReadOnlyList<NetworkModel> Networks(Compilation compilation) => Networks(Run(compilation));
}
