using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CsvHelper;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Plots;

namespace Mlp.Package.Tests;

/// <summary>A new solution may have any name: its sources compile, and neither packages nor parts of .NET are called as it is.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateNameTests(PackedPackage package)
{
    private static readonly MetadataReference[] References =
        [.. ((Type[])[typeof(CsvReader), typeof(LossPlot), typeof(FactAttribute), typeof(Assert)]).Select(type => MetadataReference.CreateFromFile(type.Assembly.Location))];

    // Of no source: all others share what it knows of its references.
    private static readonly CSharpCompilation Empty = GeneratorHarness.Compile(HarnessOptions.Default).AddReferences(References);

    // One that has seen the network: what it emits of its shape is the same under every name, and is not emitted again.
    private static readonly Lazy<GeneratorDriver> Driver = new(() => GeneratorHarness.Run(
        GeneratorHarness.CreateDriver(GeneratorHarness.CreateGenerator(), HarnessOptions.Default),
        GeneratorHarness.Compile(HarnessOptions.Default, "using Mlp; [Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\")] public sealed partial class Network;")).Driver);

    private readonly TemplateExpansion _template = new(new PackageContent(package.Feed, "Mlp.Templates").Files);

    // Types, namespaces and members that the sources use, in one segment or in several; what is no identifier; what is no namespace.
    private static readonly string[] Names =
    [
        "Flowers", "Acme.Flowers", "a.class.b", "2flowers", "Acme.2x.3", "my-flowers", "my flowers", "Größe", "花", "😀", "R&D's 2.0", "a$b;c%d@e!f\"g`h", "..a...b..", "-", "_", "_._.x",
        "Mlp", "Mlp.Training", "Mlp.Serving", "Mlp.Runtime", "Mlp.Generated", "Mlp.Samples", "Acme.Mlp", "Mlp.System", "System.Mlp.Xunit.CsvHelper",
        "Dataset", "Trainer", "LossPlot", "Mlp.Plots", "Acme.Plots", "ScottPlot", "Pipeline", "StandardScaler", "FeatureScaler", "Canary", "WeightFile", "WeightFileOptions", "EpochReport", "EpochProgress", "DatasetSplit", "IProgress", "MlpAttribute",
        "Network", "Model", "Samples", "CsvSamples", "Program", "Tests", "ModelTests", "Network.Model.Samples", "Model.Tests", "Acme.Dataset.Trainer", "Tests.Dataset",
        "System", "System.IO", "System.Linq", "Acme.System", "Console", "Path", "File", "Directory", "Math", "Array", "Enumerable", "List", "String", "Single", "Exception", "CultureInfo", "InvalidDataException", "Utf8", "Acme.Console",
        "CsvHelper", "CsvReader", "CsvReaderOptions", "Acme.CsvHelper", "Xunit", "xunit", "Assert", "Fact", "Theory", "InlineData", "Acme.Xunit.Assert", "Microsoft", "global",
        "Train", "Predict", "Name", "Read", "Features", "Classes", "Label", "Main", "args", "model", "samples", "value", "ValueTuple", "Span", "ReadOnlySpan", "Generated", "Acme.Generated.Mlp",
        new string('n', 300), "Acme." + new string('ö', 300),
    ];

    [Fact]
    public void Sources_of_any_name_compile() => Names.AsParallel().SelectMany(Complaints).ShouldBeEmpty();

    [Fact]
    public void Sources_compile_that_are_named_by_a_keyword_alone_or_among_others()
    {
        string[] keywords = [.. SyntaxFacts.GetReservedKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Where(word => word.Length > 1).Distinct()];

        keywords.Length.ShouldBeGreaterThan(100);
        keywords.Where(word => SyntaxFacts.GetReservedKeywordKinds().Contains(SyntaxFacts.GetKeywordKind(word)))
            .ShouldAllBe(word => _template.Value("namespace", word) == "@" + word);
        keywords.Chunk(5).AsParallel().SelectMany(words => Complaints("Acme." + string.Join('.', words))).ShouldBeEmpty();
        ((string[])["class", "record", "file", "required", "field", "var", "nameof", "global", "await", "partial", "extension", "dynamic", "nint"])
            .AsParallel().SelectMany(Complaints).ShouldBeEmpty();
    }

    [Fact]
    public void A_usual_name_is_taken_as_it_is()
    {
        foreach (string symbol in (string[])["project", "assembly", "namespace"])
        {
            _template.Value(symbol, "Acme.Flowers2").ShouldBe("Acme.Flowers2");
        }

        _template.Value("using", "Acme.Flowers2").ShouldBe("using ");
    }

    [Fact]
    public void Every_directive_is_written_from_the_root_where_the_namespace_hides_its_first_part()
    {
        string[] parts = [.. _template.Sources("Acme.Mlp").Values.SelectMany(source => Regex.Matches(source, @"^using global::(\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value)).Distinct()];

        parts.Order(StringComparer.Ordinal).ShouldBe(["CsvHelper", "Mlp", "System", "Xunit"]);
        parts.ShouldAllBe(part => _template.Value("using", $"Acme.{part}.x") == "using global::");
    }

    [Fact]
    public void The_program_is_called_as_nothing_that_runs_with_it()
    {
        // Assemblies of the framework, and those beside these tests, which have the packages that new tests have.
        IEnumerable<string> names = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.StartsWith("Mlp.Package.Tests") && name is not ("Shouldly" or "DiffEngine" or "EmptyFiles"));

        names.Concat(["Mlp", "Mlp.Runtime", "CsvHelper", "xunit", "xunit.core", "xunit.runner.visualstudio", "Mlp.Plots", "Newtonsoft.Json", "Microsoft.NET.Test.Sdk", "csvhelper", "mlp"])
            .Where(name => _template.Value("assembly", name).Equals(name, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_called_as_every_system_and_every_shell_takes_it()
    {
        foreach (string name in Names)
        {
            string file = _template.Value("project", name);

            file.ShouldMatch(@"^[\p{L}\p{N}\p{M} ._&'+()-]{1,64}$");
            file.ShouldNotMatch(@"^[ .-]|[ .]$");
        }
    }

    private IEnumerable<string> Complaints(string name)
    {
        CSharpCompilation input = Empty.AddSyntaxTrees(GeneratorHarness.Compile(HarnessOptions.Default, [.. _template.Sources(name).Values]).SyntaxTrees);
        GeneratorRun run = GeneratorHarness.Run(Driver.Value, input);

        // Kernels are the same under every name.
        return run.Output.SyntaxTrees.Where(tree => !Path.GetFileName(tree.FilePath).StartsWith("Mlp.Generated.", StringComparison.Ordinal))
            .SelectMany(tree => run.Output.GetSemanticModel(tree).GetDiagnostics())
            .Concat(run.Reported)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{name}: {diagnostic}");
    }
}
