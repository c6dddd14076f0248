using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Analyzers;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has a test that wants it and one that does not, a page and a release row.</summary>
public sealed partial class DescriptorTests
{
    /// <summary>Reported for the project, not for a source: tested by itself, and its page shows no source.</summary>
    private static readonly string[] AboutTheProject = ["MLP0007", "MLP0008"];

    public static TheoryData<string> Ids => new(Descriptors.All.Select(descriptor => descriptor.Id));

    [Fact]
    public void The_ids_are_unique_and_without_gaps()
    {
        Descriptors.All.Select(descriptor => descriptor.Id)
            .ShouldBe(Enumerable.Range(1, Descriptors.All.Length).Select(number => $"MLP{number:0000}"));
        new MlpAnalyzer().SupportedDiagnostics.ShouldBe(Descriptors.All);
    }

    [Fact]
    public void No_descriptor_is_forgotten()
    {
        IEnumerable<DiagnosticDescriptor?> declared = new[] { typeof(TypeDescriptors), typeof(ArgumentDescriptors), typeof(WeightDescriptors), typeof(LayerDescriptors), typeof(OnnxDescriptors) }
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => (DiagnosticDescriptor?)field.GetValue(null));

        declared.ShouldBe(Descriptors.All, ignoreOrder: true);
        typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .ShouldBe(Descriptors.All.Select(descriptor => descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_has_a_positive_and_a_negative_test(string id)
    {
        if (id == "MLP0008")
        {
            typeof(DiagnosticTests).GetMethod(nameof(DiagnosticTests.A_target_framework_without_wide_vectors_is_reported)).ShouldNotBeNull();
            return;
        }

        DiagnosticTests.Cases.ShouldContain(test => test.Id == id && test.Wrong.Contains("{|" + id + ":") && (test.Right.Contains("Mlp(") || test.Right.Contains("Network(") || test.Right.Contains("Onnx(")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_has_a_release_row(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Of(id);
        string releases = Repository.Read("src", "Mlp.Generator", "AnalyzerReleases.Shipped.md")
            + Repository.Read("src", "Mlp.Generator", "AnalyzerReleases.Unshipped.md");

        releases.Split('\n').Count(line => line.StartsWith($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | ")).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_has_a_page_whose_examples_are_true(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Of(id);
        descriptor.HelpLinkUri.ShouldBe($"docs/diagnostics/{id}.md");
        string page = Repository.Read("docs", "diagnostics", id + ".md").ReplaceLineEndings("\n");

        page.ShouldStartWith($"# {id}: {descriptor.Title}\n");
        page.ShouldContain("\n## Cause\n");
        page.ShouldContain("\n## How to fix\n");
        string[] examples = [.. CSharpBlock().Matches(page).Select(match => match.Groups["code"].Value)];
        examples.Length.ShouldBe(AboutTheProject.Contains(id) ? 0 : 2);
        if (examples.Length == 2)
        {
            (await ReportedAsync(examples[0])).Distinct().ShouldBe([id]);
            (await ReportedAsync(examples[1])).ShouldBeEmpty();
        }
    }

    [Fact]
    public void No_page_is_about_nothing()
    {
        IEnumerable<string> pages = System.IO.Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "docs", "diagnostics"), "MLP*.md")
            .Select(file => System.IO.Path.GetFileNameWithoutExtension(file));

        pages.ShouldBe([.. Descriptors.All.Select(descriptor => descriptor.Id), .. BuildErrors()], ignoreOrder: true);
    }

    /// <summary>What the package's targets report before the compiler runs.</summary>
    private static IEnumerable<string> BuildErrors() =>
        BuildError().Matches(Repository.Read("src", "Mlp.Runtime", "buildTransitive", "Mlp.targets")).Select(match => match.Groups["id"].Value).Distinct();

    private static async Task<IEnumerable<string>> ReportedAsync(string example) =>
        (await Analyzing.RunAsync(Compiling.Compile("using Mlp;\n" + example))).Select(diagnostic => diagnostic.Id);

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("Code=\"(?<id>MLP\\d+)\"")]
    private static partial Regex BuildError();
}
