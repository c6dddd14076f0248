using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.SnapshotTesting;

namespace Mlp.Testing;

/// <summary>Compiles a source text in this process with the generator, as an editor would.</summary>
public static class GeneratorHarness
{
    private const string GeneratorName = "Mlp.Generator.MlpGenerator";

    /// <summary>What every compilation references: the framework, and Mlp.Runtime.</summary>
    public static ImmutableArray<MetadataReference> References => ConsumerReferences.All;

    /// <summary>A new instance of the project's generator.</summary>
    /// <remarks>By name, so that the harness does not depend on whether the class is public.</remarks>
    public static IIncrementalGenerator CreateGenerator()
    {
        Type type = typeof(Generator.Model.NetworkModel).Assembly.GetType(GeneratorName)
            ?? throw new InvalidOperationException($"The generator assembly has no type {GeneratorName}.");
        return (IIncrementalGenerator)Activator.CreateInstance(type, nonPublic: true)!;
    }

    /// <summary>A compilation of the given texts, without any generator.</summary>
    public static CSharpCompilation Compile(HarnessOptions options, params string[] sources)
    {
        CSharpParseOptions parse = ParseOptions(options);
        var compilation = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: options.CheckOverflow,
            allowUnsafe: options.AllowUnsafe,
            optimizationLevel: options.Optimize ? OptimizationLevel.Release : OptimizationLevel.Debug,
            nullableContextOptions: options.Nullable,
            generalDiagnosticOption: options.WarningsAsErrors ? ReportDiagnostic.Error : ReportDiagnostic.Default,
            warningLevel: options.WarningLevel);
        return CSharpCompilation.Create(
            options.AssemblyName,
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(
                source, parse, path: string.Create(CultureInfo.InvariantCulture, $"Source{index}.cs"))),
            References,
            compilation);
    }

    /// <summary>Runs the project's generator over one source text.</summary>
    public static GeneratorRun Run(string source, HarnessOptions? options = null) =>
        Run(CreateGenerator(), options ?? HarnessOptions.Default, source);

    /// <summary>Runs any generator over the given source texts.</summary>
    public static GeneratorRun Run(IIncrementalGenerator generator, HarnessOptions options, params string[] sources)
    {
        CSharpCompilation input = Compile(options, sources);
        return Run(CreateDriver(generator, options), input);
    }

    /// <summary>Runs a driver, new or used before, over a compilation.</summary>
    public static GeneratorRun Run(GeneratorDriver driver, Compilation input)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> reported);
        return new GeneratorRun(driver, output, reported);
    }

    /// <summary>A driver that tracks incremental steps, so that tests can ask why something ran.</summary>
    public static GeneratorDriver CreateDriver(IIncrementalGenerator generator, HarnessOptions options) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            options.AdditionalFiles,
            parseOptions: ParseOptions(options),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpParseOptions ParseOptions(HarnessOptions options) => new(options.LanguageVersion, options.Documentation);
}
