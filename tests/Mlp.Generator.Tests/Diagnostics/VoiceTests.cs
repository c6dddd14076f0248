using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlp.Generator.Analyzers;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>Of analyzer and generator one speaks: the generator where settings make the analyzer mute.</summary>
public sealed class VoiceTests
{
    private const string None = "dotnet_analyzer_diagnostic.severity = none";
    private const string CategoryNone = "dotnet_analyzer_diagnostic.category-Mlp.Network.severity = none";
    private const string NoAnalyzers = "mlp_diagnostics_from = generator";

    public static TheoryData<DiagnosticCase> Cases => new(DiagnosticTests.Cases);

    [Theory]
    [InlineData("", false)]
    [InlineData(None, true)]
    [InlineData("DOTNET_ANALYZER_DIAGNOSTIC.SEVERITY = None", true)]
    [InlineData("dotnet_analyzer_diagnostic.severity = silent", true)]
    [InlineData("dotnet_analyzer_diagnostic.severity = suggestion", true)]
    [InlineData("dotnet_analyzer_diagnostic.severity = warning", false)]
    [InlineData("dotnet_analyzer_diagnostic.severity = error", false)]
    [InlineData("dotnet_analyzer_diagnostic.severity = default", false)]
    [InlineData("dotnet_analyzer_diagnostic.severity = nonsense", false)]
    [InlineData("dotnet_analyzer_diagnostic.category-Style.severity = none", false)]
    [InlineData(CategoryNone, true)]
    [InlineData(CategoryNone + "\ndotnet_analyzer_diagnostic.severity = error", true)]
    [InlineData(None + "\ndotnet_analyzer_diagnostic.category-Mlp.Network.severity = warning", false)]
    [InlineData(None + "\ndotnet_analyzer_diagnostic.category-Mlp.Network.severity = default", false)]
    [InlineData(None + "\ndotnet_analyzer_diagnostic.category-Mlp.Network.severity = nonsense", true)]
    [InlineData(None + "\ndotnet_diagnostic.MLP0010.severity = error", false)]
    [InlineData(None + "\ndotnet_diagnostic.MLP0010.severity = default", false)]
    [InlineData(None + "\ndotnet_diagnostic.MLP0001.severity = error", true)]
    public async Task The_more_special_setting_decides_who_speaks_and_one_does(string setting, bool isGenerator)
    {
        foreach (Settings settings in (Settings[])[Settings.Of(editorConfig: setting), Settings.Of(globalConfig: setting)])
        {
            (IReadOnlyList<Diagnostic> analyzer, IReadOnlyList<Diagnostic> generator) = await SpokenAsync(settings, "[Mlp.Mlp(4, 0)] partial class Net;");

            (isGenerator ? generator : analyzer).ShouldHaveSingleItem().Id.ShouldBe("MLP0010");
            (isGenerator ? analyzer : generator).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task The_generator_says_the_same_at_the_same_place(DiagnosticCase wrong)
    {
        Marked marked = Marked.Parse("using Mlp; " + wrong.Wrong);
        CSharpCompilation compilation = Compiling.Compile(Compiling.Parse(marked.Source, options: new(wrong.WrongVersion)));

        (IReadOnlyList<Diagnostic> analyzer, IReadOnlyList<Diagnostic> none) = await SpokenAsync(Settings.Of(), compilation, DiagnosticSeverity.Info);
        (IReadOnlyList<Diagnostic> silent, IReadOnlyList<Diagnostic> generator) =
            await SpokenAsync(Settings.Of(globalConfig: NoAnalyzers), compilation, DiagnosticSeverity.Info);

        none.ShouldBeEmpty();
        silent.ShouldBeEmpty();
        analyzer.ShouldNotBeEmpty();
        generator.Select(Show).ShouldBe(analyzer.Select(Show), ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData(NoAnalyzers)]
    [InlineData(None)]
    public async Task The_users_own_word_holds_for_both(string setting)
    {
        const string Net = "[Mlp.Mlp(4, 0)] partial class Net;";
        Settings settings = Settings.Of(globalConfig: setting);
        CSharpCompilation plain = Compiling.Compile(Net);

        foreach (CSharpCompilation answered in (CSharpCompilation[])
        [
            Compiling.Compile("#pragma warning disable MLP0010\n" + Net),
            Compiling.Compile(Net.Replace("Mlp.Mlp(4, 0)", "Mlp.Mlp(4, 0), System.Diagnostics.CodeAnalysis.SuppressMessage(\"Mlp.Network\", \"MLP0010\")")),
            plain.WithOptions(plain.Options.WithSpecificDiagnosticOptions([new("MLP0010", ReportDiagnostic.Suppress)])),
        ])
        {
            (IReadOnlyList<Diagnostic> analyzer, IReadOnlyList<Diagnostic> generator) = await SpokenAsync(settings, answered);
            analyzer.Concat(generator).ShouldBeEmpty();
        }

        Settings none = Settings.Of(editorConfig: "dotnet_diagnostic.MLP0010.severity = none", globalConfig: setting);
        (IReadOnlyList<Diagnostic> first, IReadOnlyList<Diagnostic> second) = await SpokenAsync(none, plain);
        first.Concat(second).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_of_several_types_of_one_name_is_told_of_once()
    {
        CSharpCompilation compilation = Compiling.Compile(
            Compiling.Parse("[Mlp.Mlp(4, 0)] file partial class Net;", "First.cs"),
            Compiling.Parse("[Mlp.Mlp(4, 0)] file partial class Net;", "Second.cs"),
            Compiling.Parse("namespace A { [Mlp.Mlp(4, 0)] partial class Net; partial class B<T> { [Mlp.Mlp(0, 4)] partial struct Net; } } namespace C { class Net; }", "Third.cs"));

        (_, IReadOnlyList<Diagnostic> generator) = await SpokenAsync(Settings.Of(globalConfig: NoAnalyzers), compilation);
        (IReadOnlyList<Diagnostic> analyzer, _) = await SpokenAsync(Settings.Of(), compilation);

        generator.Select(Show).ShouldBe(analyzer.Select(Show), ignoreOrder: true);
        generator.Select(Show).Distinct().Count().ShouldBe(6);
    }

    private static Task<(IReadOnlyList<Diagnostic> Analyzer, IReadOnlyList<Diagnostic> Generator)> SpokenAsync(Settings settings, string source) =>
        SpokenAsync(settings, Compiling.Compile(source));

    /// <summary>What a build shows of either, or an editor where it shows less severe ones too.</summary>
    private static async Task<(IReadOnlyList<Diagnostic> Analyzer, IReadOnlyList<Diagnostic> Generator)> SpokenAsync(
        Settings settings, CSharpCompilation compilation, DiagnosticSeverity least = DiagnosticSeverity.Warning)
    {
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(settings.Severities));
        ImmutableArray<Diagnostic> analyzer = await compilation
            .WithAnalyzers([new MlpAnalyzer()], new AnalyzerOptions(WeightFiles.All, settings))
            .GetAnalyzerDiagnosticsAsync();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new MlpGenerator().AsSourceGenerator()], WeightFiles.All, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, settings);
        ImmutableArray<Diagnostic> generator = driver.RunGenerators(compilation).GetRunResult().Diagnostics;
        return ([.. analyzer.Where(IsShown)], [.. generator.Where(IsShown)]);

        bool IsShown(Diagnostic diagnostic) => !diagnostic.IsSuppressed && diagnostic.Severity >= least;
    }

    private static string Show(Diagnostic diagnostic) =>
        FormattableString.Invariant($"{diagnostic.Severity} {diagnostic.Location.GetLineSpan()} {diagnostic.GetMessage(null)} {string.Join(',', diagnostic.Properties)}");
}
