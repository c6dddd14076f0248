using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Tests.Harness;
using Mlp.SnapshotTesting;

namespace Mlp.Generator.Tests.Incrementality;

/// <summary>An edit runs the steps it concerns, and no others.</summary>
public sealed class CachingTests
{
    private const string Iris = "using Mlp; [Mlp(4, 16, 3, Output = \"Softmax\")] public sealed partial class IrisNet;";
    private const string Wine = "using Mlp; [Mlp(13, 32, 1)] public sealed partial class WineNet { public string Name => \"wine\"; }";
    private const string Other = "static class Program { static void Main() { } }";

    private const string Warm = "using Mlp; [Mlp(4, 16, 3, Weights = \"iris.safetensors\")] public sealed partial class WarmNet;";
    private const string Frozen = "using Mlp; [Mlp(4, 3, Weights = \"first/wine.safetensors\", Frozen = true)] public static partial class FrozenNet;";

    private const string Imported = "using Mlp; [Onnx(\"flowers.onnx\")] public static partial class FlowerNet;";

    private static readonly IReadOnlyList<string> EverySteps =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>What networks without weights go through that have nothing wrong with them.</summary>
    private static readonly IReadOnlyList<string> AllSteps =
        [.. EverySteps.Except([TrackingNames.Sources, TrackingNames.Models, TrackingNames.Weights, TrackingNames.Wrong, TrackingNames.Complaints])];

    [Fact]
    public void Every_step_is_tracked() =>
        EverySteps.ShouldBeSubsetOf(Generating.Run(Compiling.Compile(Warm, Imported, Wine.Replace("32", "0"))).TrackedSteps.Keys);

    [Theory]
    [InlineData(2, "static class Program { static int Main() => 42; }")]
    [InlineData(1, "\n\n// a remark\nusing Mlp; [Mlp(13, 32, 1)] public sealed partial class WineNet { public string Name => \"wine\"; }")]
    [InlineData(0, "\n\n// a remark\nusing Mlp; [Mlp(4, 0, 3, Output = \"Softmax\")] public sealed partial class IrisNet;")]
    public void An_edit_elsewhere_judges_a_wrong_network_no_more_than_a_right_one(int file, string edited)
    {
        CSharpCompilation before = Compiling.Compile(Iris.Replace("16", "0"), Wine, Other);
        GeneratorRunResult result = Generating.Result(Generating.Driver().RunGenerators(before).RunGenerators(Edit(before, file, edited)));

        foreach (string step in (string[])[.. AllSteps, TrackingNames.Wrong, TrackingNames.Complaints])
        {
            ReasonsOf(result, step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        }
    }

    [Fact]
    public void An_edit_elsewhere_leaves_a_network_without_kernels_and_what_is_said_of_it_alone()
    {
        CSharpCompilation before = Compiling.Compile(Iris.Replace("16", "5000"), Wine, Other);
        GeneratorRunResult result = Generating.Result(
            Generating.Driver().RunGenerators(before).RunGenerators(Edit(before, 2, "static class Program { static int Main() => 42; }")));

        result.GeneratedSources.Count(source => source.HintName.Contains("5000", System.StringComparison.Ordinal)).ShouldBe(1);
        foreach (string step in (string[])[.. AllSteps, TrackingNames.Wrong, TrackingNames.Complaints])
        {
            ReasonsOf(result, step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        }
    }

    [Fact]
    public void Where_nothing_is_wrong_nobody_looks_for_places()
    {
        GeneratorRunResult result = RunEdited(2, "static class Program { static int Main() => 42; }");

        result.TrackedSteps.Keys.ShouldNotContain(TrackingNames.Complaints);
    }

    [Theory]
    [InlineData(2, "static class Program { static int Main() => 42; }")]
    [InlineData(1, "using Mlp; [Mlp(13, 32, 1)] public sealed partial class WineNet { /* a remark */ public string Name => \"red wine\"; public int Year; }")]
    [InlineData(1, "\n\n\nusing Mlp; [Mlp ( 13,32, 1 , Hidden=\"relu\")] sealed public partial class WineNet { public string Name => \"wine\"; }", "Networks")]
    public void An_edit_that_changes_no_network_reaches_no_emission(int file, string edited, string onlyFrom = "Declarations")
    {
        GeneratorRunResult result = RunEdited(file, edited);

        foreach (string step in AllSteps.SkipWhile(step => step != onlyFrom))
        {
            ReasonsOf(result, step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        }

        result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs)
            .ShouldAllBe(output => output.Reason == IncrementalStepRunReason.Cached || output.Reason == IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void An_edit_of_the_users_doc_comment_emits_nothing_and_its_first_word_the_members_alone()
    {
        const string Documented = "/// <summary>Wine.</summary>\n[Mlp.Mlp(13, 32, 1)] public sealed partial class WineNet;";
        CSharpCompilation before = Compiling.Compile(Iris, Wine, Other);
        GeneratorDriver driver = Generating.Driver().RunGenerators(before);

        driver = driver.RunGenerators(Edit(before, 1, Documented));
        OutputReasons(driver).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1);
        driver = driver.RunGenerators(Edit(before, 1, Documented.Replace("Wine.", "Red wine.")));
        OutputReasons(driver).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void Running_again_on_the_same_compilation_changes_nothing()
    {
        CSharpCompilation compilation = Compiling.Compile(Iris, Wine, Other);
        GeneratorRunResult result = Generating.Result(Generating.Driver().RunGenerators(compilation).RunGenerators(compilation.Clone()));

        foreach (string step in AllSteps)
        {
            ReasonsOf(result, step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        }
    }

    [Theory]
    [InlineData("using Mlp; [Mlp(13, 64, 1)] public sealed partial class WineNet { public string Name => \"wine\"; }")]
    [InlineData("using Mlp; [Mlp(13, 32, 1, Loss = \"SquaredError\", Output = \"Tanh\")] public sealed partial class WineNet;")]
    [InlineData("using Mlp; [Mlp(13, 32, 1)] public sealed partial class RedWineNet;")]
    [InlineData("using Mlp; [Mlp(13, 32, 1, Initializer = \"HeNormal\")] public sealed partial class WineNet;")]
    public void An_edit_of_one_network_concerns_it_alone(string edited)
    {
        GeneratorRunResult result = RunEdited(1, edited);

        ReasonsOf(result, TrackingNames.Clashes).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        foreach (string step in (string[])[TrackingNames.Shapes, TrackingNames.Emitted, TrackingNames.Steps])
        {
            ReasonsOf(result, step).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBeLessThanOrEqualTo(1, step);
        }

        foreach (string step in AllSteps.Where(step => step is not (TrackingNames.Clashes or TrackingNames.Shapes or TrackingNames.Emitted or TrackingNames.Steps)))
        {
            ReasonsOf(result, step).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1, step);
            ReasonsOf(result, step).Count(reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged).ShouldBe(1, step);
        }
    }

    [Theory]
    [InlineData("4, 16, 2")]
    [InlineData("1, 1")]
    [InlineData("90, 1")]
    public void One_more_network_emits_its_own_files_and_no_other(string sizes)
    {
        // Before, between and after the shapes that are there, whichever way they are sorted.
        GeneratorRunResult result = RunEdited(2, $"using Mlp; [Mlp({sizes}, Output = \"Exp\")] public sealed partial class AnotherNet;");

        ReasonsOf(result, TrackingNames.Shapes).Count(reason => reason == IncrementalStepRunReason.New).ShouldBe(1);
        ReasonsOf(result, TrackingNames.Shapes).ShouldNotContain(IncrementalStepRunReason.Modified);

        // Its members; the choice and three widths; the steps that nobody had.
        result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .ShouldBe(3);
        ReasonsOf(result, TrackingNames.Steps).ShouldNotContain(IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_changed_weight_file_emits_its_own_weights_anew_and_nothing_else()
    {
        CSharpCompilation compilation = Compiling.Compile(Iris, Warm, Frozen);
        GeneratorDriver driver = Generating.Driver().RunGenerators(compilation);
        string before = WeightsOf(driver, "WarmNet");
        AdditionalText file = WeightFiles.All[0];
        driver = driver
            .ReplaceAdditionalText(file, new InMemoryText(file.Path, file.GetText()!.ToString().Replace("0.01", "0.25")))
            .RunGenerators(compilation);

        GeneratorRunResult result = Generating.Result(driver);
        ReasonsOf(result, TrackingNames.Sources).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1);
        ReasonsOf(result, TrackingNames.Weights).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1);
        ReasonsOf(result, TrackingNames.Weights).Count(reason => reason == IncrementalStepRunReason.Cached).ShouldBe(1);
        ReasonsOf(result, TrackingNames.Networks).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified).ShouldBe(1);
        WeightsOf(driver, "WarmNet").ShouldBe(before.Replace("0.01f", "0.25f"));
    }

    [Fact]
    public void A_weight_file_that_breaks_takes_its_network_away_and_no_other()
    {
        CSharpCompilation compilation = Compiling.Compile(Iris, Warm, Frozen);
        AdditionalText file = WeightFiles.All[0];
        GeneratorDriver driver = Generating.Driver().RunGenerators(compilation)
            .ReplaceAdditionalText(file, new InMemoryText(file.Path, file.GetText()!.ToString().Replace("0.01", "NaN")))
            .RunGenerators(compilation);

        Generating.Networks(Generating.Result(driver)).Select(network => network.Type.Name).ShouldBe(["IrisNet", "FrozenNet"]);
    }

    [Fact]
    public void A_changed_number_in_an_onnx_file_emits_the_weights_of_its_networks_and_nothing_else()
    {
        (GeneratorRunResult result, GeneratorDriver driver) = RunWithAnotherFile("13 14 15", "13 14 17");

        ReasonsOf(result, TrackingNames.Models).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1);
        ReasonsOf(result, TrackingNames.Networks).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        OutputReasons(driver).Count(reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified).ShouldBe(1);
        WeightsOf(driver, "FlowerNet").ShouldContain("17f");
    }

    [Fact]
    public void A_changed_layer_in_an_onnx_file_emits_its_network_and_no_other()
    {
        (GeneratorRunResult result, _) = RunWithAnotherFile("activation=Softmax", "activation=Sigmoid");

        ReasonsOf(result, TrackingNames.Networks).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1);
        ReasonsOf(result, TrackingNames.Networks).Count(reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged).ShouldBe(2);
    }

    private static (GeneratorRunResult Result, GeneratorDriver Driver) RunWithAnotherFile(string before, string after)
    {
        CSharpCompilation compilation = Compiling.Compile(Iris, Warm, Imported);
        AdditionalText file = OnnxFiles.All[0];
        GeneratorDriver driver = Generating.Driver().RunGenerators(compilation)
            .ReplaceAdditionalText(file, new InMemoryText(file.Path, file.GetText()!.ToString().Replace(before, after)))
            .RunGenerators(compilation);
        return (Generating.Result(driver), driver);
    }

    [Fact]
    public void A_network_made_wrong_is_gone_and_made_right_is_back()
    {
        CSharpCompilation right = Compiling.Compile(Iris, Wine, Other);
        CSharpCompilation wrong = Edit(right, 1, Wine.Replace("32", "0"));
        GeneratorDriver driver = Generating.Driver().RunGenerators(right);

        driver = driver.RunGenerators(wrong);
        Generating.Networks(Generating.Result(driver)).ShouldHaveSingleItem().InputSize.ShouldBe(4);
        driver = driver.RunGenerators(right);
        Generating.Networks(Generating.Result(driver)).Count.ShouldBe(2);
    }

    [Fact]
    public void No_step_keeps_anything_of_the_compiler_alive()
    {
        GeneratorRunResult result = Generating.Run(Compiling.Compile(
            Iris,
            "[Mlp.Mlp(4, X, 0, Hidden = 5)] [Mlp.Mlp] static class Wrong<Clone> { void Forward() { } int Load; }",
            "partial class A<T> { [Mlp.Mlp(4, 3)] partial record struct B(int Seed); }",
            Warm,
            Frozen,
            Imported));

        foreach (string step in EverySteps)
        {
            object[] outputs = [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Value)];
            outputs.ShouldNotBeEmpty();
            outputs.SelectMany(ObjectGraph.Violations).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_walk_would_find_a_symbol()
    {
        CSharpCompilation compilation = Compiling.Compile(Iris);

        ObjectGraph.Violations(new { Inner = new object[] { "text", compilation.GetTypeByMetadataName("IrisNet")! } }).Count.ShouldBe(1);
        ObjectGraph.Violations(new { Inner = new List<SyntaxTree>(compilation.SyntaxTrees) }).Count.ShouldBe(1);
    }

    private static GeneratorRunResult RunEdited(int file, string edited)
    {
        CSharpCompilation before = Compiling.Compile(Iris, Wine, Other);
        return Generating.Result(Generating.Driver().RunGenerators(before).RunGenerators(Edit(before, file, edited)));
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string edited)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, Compiling.Parse(edited, tree.FilePath));
    }

    private static string WeightsOf(GeneratorDriver driver, string network) =>
        Generating.Result(driver).GeneratedSources.Single(source => source.HintName == network + ".Weights.g.cs").SourceText.ToString();

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorDriver driver) =>
        Generating.Result(driver).TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static List<IncrementalStepRunReason> ReasonsOf(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];
}
