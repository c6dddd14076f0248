using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Mlp.Testing;

namespace Mlp.Generator.Benchmarks;

/// <summary>A compilation and a driver of the generator, as a compiler or an editor holds them at one moment.</summary>
/// <remarks>Nothing changes: every answer is a new state, so that one state may be left as often as a benchmark likes.</remarks>
public sealed class DriverState
{
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;

    private DriverState(CSharpCompilation compilation, GeneratorDriver driver)
    {
        _compilation = compilation;
        _driver = driver;
    }

    /// <summary>The emitted files; none before a run.</summary>
    public ImmutableArray<GeneratedSourceResult> Files =>
        [.. _driver.GetRunResult().Results.Where(result => !result.GeneratedSources.IsDefault).SelectMany(result => result.GeneratedSources)];

    /// <summary>A driver that never ran, over files each of which may declare a network.</summary>
    public static DriverState Cold(IEnumerable<string> files)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(HarnessOptions.Default, [.. files]);
        return new DriverState(compilation, Driver(compilation));
    }

    /// <summary>Runs the driver over a copy of the compilation that has bound nothing yet.</summary>
    public DriverState Run() => Run(_compilation.Clone());

    /// <summary>Runs the driver after one more file was added.</summary>
    public DriverState RunWith(SyntaxTree file) => Run(_compilation.AddSyntaxTrees(file));

    /// <summary>Runs the driver after a file was replaced.</summary>
    public DriverState RunWith(int index, SyntaxTree file) =>
        Run(_compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[index], file));

    /// <summary>A file to run with.</summary>
    public SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(file, (CSharpParseOptions)_compilation.SyntaxTrees[0].Options, path: "Edited.cs");

    /// <summary>How many files were emitted since an earlier state.</summary>
    public int EmittedSince(DriverState before)
    {
        // The driver keeps the very text of a file that it does not emit anew.
        HashSet<SourceText> kept = [.. before.Files.Select(file => file.SourceText)];
        return Files.Count(file => !kept.Contains(file.SourceText));
    }

    /// <summary>Fails unless as many files were emitted since an earlier state as the benchmark believes.</summary>
    /// <exception cref="InvalidOperationException">They were not: the benchmark would measure something else.</exception>
    public void AssertEmittedSince(DriverState before, Predicate<int> isExpected)
    {
        if (EmittedSince(before) is int emitted && !isExpected(emitted))
        {
            throw new InvalidOperationException($"{emitted} of {Files.Length} files were emitted.");
        }
    }

    /// <summary>Compiles sources and emitted files, of which nothing is bound yet; the answer is the assembly's size in bytes.</summary>
    /// <exception cref="InvalidOperationException">They do not compile.</exception>
    public long Compile()
    {
        using var image = new MemoryStream();
        SyntaxTree[] emitted = [.. _driver.GetRunResult().GeneratedTrees];
        EmitResult result = _compilation.AddSyntaxTrees(emitted).Emit(image);
        return result.Success ? image.Length : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static GeneratorDriver Driver(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new MlpGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);

    private DriverState Run(CSharpCompilation compilation)
    {
        GeneratorDriver driver = _driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation _, out ImmutableArray<Diagnostic> reported);
        return reported.IsEmpty ? new DriverState(compilation, driver) : throw new InvalidOperationException(reported[0].ToString());
    }
}
