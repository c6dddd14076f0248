using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Mlp.Testing;

/// <summary>One run of a generator over a compilation: the driver after it, what came out and what was said.</summary>
public sealed class GeneratorRun
{
    private static readonly ConditionalWeakTable<GeneratorDriver, GeneratorRun> Runs = [];

    internal GeneratorRun(GeneratorDriver driver, Compilation output, ImmutableArray<Diagnostic> reported)
    {
        Driver = driver;
        Output = output;
        Reported = reported;
        Runs.AddOrUpdate(driver, this);
    }

    /// <summary>The driver after the run, to be verified or run again.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The compilation with the generated sources.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator itself reported, a crash (CS8785) included.</summary>
    public ImmutableArray<Diagnostic> Reported { get; }

    /// <summary>What the compiler says about sources and generated sources together, warnings and errors only.</summary>
    public ImmutableArray<Diagnostic> Complaints =>
        [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)];

    /// <summary>The generated sources, ordered by hint name.</summary>
    public ImmutableArray<GeneratedSourceResult> Sources =>
    [
        .. Driver.GetRunResult().Results
            .Where(result => !result.GeneratedSources.IsDefault)
            .SelectMany(result => result.GeneratedSources)
            .OrderBy(source => source.HintName, StringComparer.Ordinal),
    ];

    /// <summary>The run that left a driver, if the harness made it.</summary>
    public static GeneratorRun? Of(GeneratorDriver driver) => Runs.TryGetValue(driver, out GeneratorRun? run) ? run : null;

    /// <summary>The text of the generated source with this hint name.</summary>
    public string Source(string hintName) => Sources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>Fails if the generator reported anything or the result does not compile without a warning.</summary>
    /// <exception cref="InvalidOperationException">There are diagnostics; the message lists them.</exception>
    public GeneratorRun AssertClean()
    {
        string[] messages = [.. Reported.Concat(Complaints).Select(diagnostic => diagnostic.ToString())];
        return messages.Length == 0 ? this : throw new InvalidOperationException(string.Join('\n', messages));
    }

    /// <summary>Loads the compiled result where it can be collected again; dispose the answer to let go of it.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public LoadedAssembly Load() => LoadedAssembly.Of(Output);
}
