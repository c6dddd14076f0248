using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlp.Generator;
using Mlp.Generator.Analyzers;

namespace Mlp.SnapshotTesting;

/// <summary>
/// What the generator emits for a source text, ordered by hint name: the members of each network, what chooses among vector widths,
/// a file of kernels for each width, and weights that are compiled in.
/// </summary>
/// <remarks>
/// The generator is the one that is in the package Mlp of the same version. It runs in this process; nothing is built and nothing is
/// written. The same text and options give the same files on every machine.
/// </remarks>
public sealed class EmittedFiles : IReadOnlyList<EmittedFile>
{
    private readonly ImmutableArray<EmittedFile> _files;

    private EmittedFiles(GeneratorDriver driver, ImmutableArray<Diagnostic> diagnostics)
    {
        _files = EmittedFile.Of(driver);
        Driver = driver;
        Diagnostics = diagnostics;
    }

    /// <summary>
    /// What a build would say about the text, warnings and errors of compiler, generator and analyzer, in the order of the files and their lines. Empty
    /// for a text that is good. The bodies of emitted methods are not compiled.
    /// </summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// The driver after its run, for libraries that take one: <c>Verify(files.Driver)</c> of Verify.SourceGenerators. Its texts are
    /// those of the compiler, not scrubbed.
    /// </summary>
    public GeneratorDriver Driver { get; }

    /// <summary>How many there are.</summary>
    public int Count => _files.Length;

    /// <summary>A file by its place in the order of hint names.</summary>
    /// <param name="index">From 0 to less than <see cref="Count"/>.</param>
    /// <exception cref="IndexOutOfRangeException">There are fewer.</exception>
    public EmittedFile this[int index] => _files[index];

    /// <summary>The text of a file.</summary>
    /// <param name="hintName">Its hint name, such as <c>Demo.IrisNet.g.cs</c>.</param>
    /// <exception cref="KeyNotFoundException">No file has this name; the message says which there are, and what was said.</exception>
    public string this[string hintName] => _files.FirstOrDefault(file => file.HintName == hintName)?.Text ?? throw new KeyNotFoundException(
        string.Join('\n', [$"Nothing emitted is called {hintName}.", .. _files.Select(file => file.HintName), .. Diagnostics.Select(diagnostic => diagnostic.ToString())]));

    /// <summary>Runs the generator.</summary>
    /// <param name="source">
    /// One C# file with any number of networks: <c>File.ReadAllText("IrisNet.cs")</c>, or a literal. It may use .NET and Mlp, has its
    /// own using directives, and whatever else it needs is among the options.
    /// </param>
    /// <param name="options">What the project file says: language version, symbols, usings, further sources, weight files, ONNX files.</param>
    /// <returns>The files. What is wrong with the source or a weight file is among <see cref="Diagnostics"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentException">A further source or a using of the options is null, or a symbol is no identifier.</exception>
    public static EmittedFiles Of(string source, EmissionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new EmissionOptions();
        var language = new CSharpParseOptions(options.LanguageVersion, preprocessorSymbols: options.PreprocessorSymbols);
        ImmutableArray<SyntaxTree> texts = SourceTexts.Parse(source, options, language);
        var compilation = CSharpCompilation.Create(
            "Source",
            texts,
            ConsumerReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        ImmutableArray<AdditionalText> files =
        [
            .. options.WeightFiles.Select(file => InMemoryText.OfWeights(file.Key, file.Value, options.AllowDouble)),
            .. options.OnnxFiles.Where(file => file.Key.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)).Select(file => InMemoryText.OfModel(file.Key, options.OnnxFiles, options.AllowDouble)),
        ];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MlpGenerator().AsSourceGenerator()], files, language)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);

        // Of the whole, only the texts: all kernels of one network take the compiler a second.
        IEnumerable<Diagnostic> complaints =
        [
            .. reported,
            .. texts.SelectMany(text => output.GetSemanticModel(text).GetDiagnostics()),
            .. compilation.WithAnalyzers([new MlpAnalyzer()], new AnalyzerOptions(files)).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult(),
        ];
        return new EmittedFiles(
            driver,
            [
                .. complaints.Where(complaint => complaint.Severity >= DiagnosticSeverity.Warning && !complaint.IsSuppressed)
                    .OrderBy(complaint => complaint.Location.SourceTree is { } tree ? texts.IndexOf(tree) : -1)
                    .ThenBy(complaint => complaint.Location.SourceSpan)
                    .ThenBy(complaint => complaint.Id, StringComparer.Ordinal),
            ]);
    }

    /// <inheritdoc/>
    public IEnumerator<EmittedFile> GetEnumerator() => _files.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
