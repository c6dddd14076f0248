using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Incrementality;

/// <summary>An edit concerns the networks it is of, whichever of the two attributes they have.</summary>
public sealed class LayerCachingTests
{
    private const string Digits = "using Mlp; [Network(8, 8, 1, Output = \"Softmax\")] [Conv(4, 3), MaxPool(2), Flatten, Dense(10)] public sealed partial class DigitNet;";
    private const string Pulse = "using Mlp; [Network(40, 2)] [Conv(4, 3, Padding = \"Causal\"), GlobalAveragePool, Dense(1)] public sealed partial class PulseNet { public string Name => \"pulse\"; }";
    private const string Iris = "using Mlp; [Mlp(4, 16, 3, Output = \"Softmax\")] public sealed partial class IrisNet;";
    private const string Other = "static class Program { static void Main() { } }";

    [Theory]
    [InlineData(3, "static class Program { static int Main() => 42; }")]
    [InlineData(1, "\n\n// a remark\nusing Mlp; [Network(40, 2)] [Conv(4, 3, Padding = \"Causal\"), GlobalAveragePool, Dense(1)] public sealed partial class PulseNet { public string Name => \"heart\"; }")]
    [InlineData(1, "using Mlp; [Network(40, 2)]\n[Conv(4, kernel: 3, Padding = \"causal\")]\n/* one */ [GlobalAveragePool]\n[Dense(1)] public sealed partial class PulseNet { public string Name => \"pulse\"; }")]
    [InlineData(1, "using Mlp; [Network(40, 2)] [Conv(4, 3, Padding = \"Causal\"), GlobalAveragePool, Flatten, Dense(1)] public sealed partial class PulseNet { public string Name => \"pulse\"; }")]
    public void An_edit_that_changes_no_network_reaches_no_emission(int file, string edited)
    {
        GeneratorRunResult result = RunEdited(file, edited);

        ChangedOutputs(result).ShouldBe(0);
        foreach (string step in (string[])[TrackingNames.Networks, TrackingNames.Shapes, TrackingNames.Emitted, TrackingNames.Steps])
        {
            ReasonsOf(result, step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        }
    }

    [Theory]
    [InlineData("Conv(4, 3", "Conv(4, 5")]
    [InlineData("Conv(4, 3", "Conv(5, 3")]
    [InlineData("\"Causal\"", "\"Causal\", Dilation = 2")]
    [InlineData("Dense(1)", "Dense(2)")]
    [InlineData("GlobalAveragePool, ", "Flatten, ")]
    public void An_edit_of_a_layer_emits_its_network_anew_and_no_other(string layer, string edited)
    {
        GeneratorRunResult result = RunEdited(1, Pulse.Replace(layer, edited));

        // Its members, what its shape shares, and the steps.
        ChangedOutputs(result).ShouldBe(3);
        ReasonsOf(result, TrackingNames.Networks).Count(reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1);
    }

    [Theory]
    [InlineData("using Mlp; [Mlp(4, 9, 3)] public sealed partial class AnotherNet;")]
    [InlineData("using Mlp; [Network(3, 2)] [Conv(1, 2)] public sealed partial class AnotherNet;")]
    [InlineData("using Mlp; [Network(90, 90, 2)] [GlobalAveragePool] public sealed partial class AnotherNet;")]
    public void One_more_network_of_either_kind_leaves_those_of_both_alone(string another)
    {
        GeneratorRunResult result = RunEdited(3, another);

        // Its members; what its shape shares; the steps that nobody had, or that there are none.
        ChangedOutputs(result).ShouldBe(3);
        ReasonsOf(result, TrackingNames.Shapes).ShouldNotContain(IncrementalStepRunReason.Modified);
        ReasonsOf(result, TrackingNames.Networks).ShouldNotContain(IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Dense_layers_are_the_same_shape_as_attributes_and_as_sizes()
    {
        GeneratorRunResult result = RunEdited(3, "using Mlp; [Network(4, Output = \"Softmax\")] [Dense(16), Dense(3)] public sealed partial class FlowerNet;");

        // Its members alone: its kernels are there.
        ChangedOutputs(result).ShouldBe(1);
        result.GeneratedSources.Count(source => source.HintName.Contains("Net4_Dense16ReLU_Dense3", System.StringComparison.Ordinal)).ShouldBe(
            Generating.Run(Compiling.Compile(Iris)).GeneratedSources.Count(source => source.HintName.Contains("Net4_Dense16ReLU_Dense3", System.StringComparison.Ordinal)));
        string[] texts = [.. result.GeneratedSources.Where(source => source.HintName is "FlowerNet.g.cs" or "IrisNet.g.cs").Select(source => source.SourceText.ToString().Replace("FlowerNet", "IrisNet"))];
        texts[0].ShouldBe(texts[1]);
    }

    [Fact]
    public void A_layer_made_wrong_takes_its_network_away_and_made_right_brings_it_back()
    {
        CSharpCompilation right = Compiling.Compile(Digits, Pulse, Iris, Other);
        GeneratorDriver driver = Generating.Driver().RunGenerators(right);

        driver = driver.RunGenerators(Edit(right, 1, Pulse.Replace("3,", "0,")));
        Generating.Networks(Generating.Result(driver)).Count.ShouldBe(2);
        driver = driver.RunGenerators(right);
        Generating.Networks(Generating.Result(driver)).Count.ShouldBe(3);
    }

    [Fact]
    public void A_network_may_turn_from_sizes_to_layers()
    {
        CSharpCompilation sizes = Compiling.Compile(Digits, Pulse, Iris, Other);
        GeneratorDriver driver = Generating.Driver().RunGenerators(sizes)
            .RunGenerators(Edit(sizes, 2, "using Mlp; [Network(4)] [Dense(5), Activation(\"Mish\"), Dense(3)] public sealed partial class IrisNet;"));

        Generating.Networks(Generating.Result(driver)).Select(network => network.ShapeName).ShouldContain("Net4_Dense5Mish_Dense3_Identity_SquaredError");
        driver.RunGenerators(sizes);
    }

    [Fact]
    public void No_step_keeps_anything_of_the_compiler_alive()
    {
        GeneratorRunResult result = Generating.Run(Compiling.Compile(
            Digits, Pulse, "using Mlp; [Network(4)] [Conv(X, 0, Padding = Padding.X), Affine(null, 2), Activation(X)] static class Wrong; [Dense(3)] class Alone;"));

        foreach (string step in result.TrackedSteps.Keys.Intersect(typeof(TrackingNames).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public).Select(field => field.Name)))
        {
            result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Value).SelectMany(ObjectGraph.Violations).ShouldBeEmpty();
        }
    }

    private static GeneratorRunResult RunEdited(int file, string edited)
    {
        CSharpCompilation before = Compiling.Compile(Digits, Pulse, Iris, Other);
        return Generating.Result(Generating.Driver().RunGenerators(before).RunGenerators(Edit(before, file, edited)));
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string edited)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, Compiling.Parse(edited, tree.FilePath));
    }

    private static int ChangedOutputs(GeneratorRunResult result) => result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static List<IncrementalStepRunReason> ReasonsOf(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];
}
