using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlp.Generator.CodeFixes;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.CodeFixes;

/// <summary>The fixes of layers that are attributes: each leaves a network of the layers that were meant.</summary>
public sealed class LayerFixTests
{
    [Theory]
    [InlineData("[Network(4, 4, 1)] [Dense(3)] partial class Net;", "[Network(4, 4, 1)] [Flatten, Dense(3)] partial class Net;")]
    [InlineData("[Network(4, 4, 1), MaxPool(2), /* all */ DenseAttribute(3)] partial class Net;", "[Network(4, 4, 1), MaxPool(2), /* all */ Flatten, DenseAttribute(3)] partial class Net;")]
    [InlineData("[Network(4, 4, 1)]\n[MaxPool(2)]\n[global::Mlp.Dense(3)]\npartial class Net;", "[Network(4, 4, 1)]\n[MaxPool(2)]\n[global::Mlp.Flatten, global::Mlp.Dense(3)]\npartial class Net;")]
    public Task An_implied_flatten_is_written(string source, string expected) => VerifyAsync(new InsertFlattenFix(), source, expected, "Insert 'Flatten'");

    [Theory]
    [InlineData("[Network(4)] [Dense(5), Dense(3, Activation = \"Softmax\")] partial class Net;", "[Network(4, Output = \"Softmax\")] [Dense(5), Dense(3)] partial class Net;")]
    [InlineData("[Network(4, Hidden = \"Tanh\")] [Dense(5), Dense(3), Activation(Activation.Tanh)] partial class Net;", "[Network(4, Hidden = \"Tanh\", Output = Activation.Tanh)] [Dense(5), Dense(3)] partial class Net;")]
    [InlineData("[Network(4)]\n[Dense(3)]\n[Activation(\"Tanh\")]\npartial class Net;", "[Network(4, Output = \"Tanh\")]\n[Dense(3)]\npartial class Net;")]
    [InlineData("[Network(8, 2)] [Conv(3, 2, Activation = \"Tanh\", Stride = 2), Flatten] partial class Net;", "[Network(8, 2, Output = \"Tanh\")] [Conv(3, 2, Stride = 2), Flatten] partial class Net;")]
    [InlineData("[Dense(3, Activation = \"Tanh\")] partial class Net; partial class Other; [Network(4)] partial class Net;", "[Dense(3)] partial class Net; partial class Other; [Network(4, Output = \"Tanh\")] partial class Net;")]
    public Task The_activation_of_the_last_layer_goes_to_the_output(string source, string expected) =>
        VerifyAsync(new ActivationOfLastLayerFix(), source, expected, "Make it the activation of the output");

    [Theory]
    [InlineData("[Network(4, Output = \"Softmax\")] [Dense(3, Activation = \"Softmax\")] partial class Net;", "[Network(4, Output = \"Softmax\")] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4, Output = \"Softmax\")] [Dense(3), Activation(\"Tanh\")] partial class Net;", "[Network(4, Output = \"Softmax\")] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(5), Dense(3, Activation = Activation.PReLU)] partial class Net;", "[Network(4)] [Dense(5), Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(5), Dense(3), Activation(\"PReLU(0.1)\")] partial class Net;", "[Network(4)] [Dense(5), Dense(3)] partial class Net;")]
    public Task An_output_that_is_named_or_cannot_learn_stays(string source, string expected) => VerifyAsync(new ActivationOfLastLayerFix(), source, expected, "Leave it to the output");

    [Theory]
    [InlineData("[Network(4)] [Dense(5, Activation = \"Softmax\"), Dense(3)] partial class Net;", "[Network(4)] [Dense(5), Dense(3)] partial class Net;", "Use the default")]
    [InlineData("[Network(4)] [Dense(5), Activation(\"Exp\"), Dense(3)] partial class Net;", "[Network(4)] [Dense(5), Dense(3)] partial class Net;", "Remove the layer")]
    [InlineData("[Network(4)]\n[Dense(5)]\n[Activation(Activation.Softmax)]\n[Dense(3)]\npartial class Net;", "[Network(4)]\n[Dense(5)]\n[Dense(3)]\npartial class Net;", "Remove the layer")]
    [InlineData("[Network(4, Hidden = \"Softmax\")] [Dense(5), Dense(3)] partial class Net;", "[Network(4, Output = \"Softmax\")] [Dense(5), Dense(3)] partial class Net;", "Make it the activation of the output")]
    public Task An_activation_of_outputs_leaves_the_layer(string source, string expected, string title) => VerifyAsync(new MoveToOutputFix(), source, expected, title);

    [Theory]
    [InlineData("Conv(5, 2, Padding = \"smae\")", "Conv(5, 2, Padding = \"Same\")", "Use 'Same'")]
    [InlineData("Conv(5, 2, Padding = Padding.Casual)", "Conv(5, 2, Padding = Padding.Causal)", "Use 'Causal'")]
    [InlineData("Conv(5, 2, Padding = Mlp.Padding.valid)", "Conv(5, 2, Padding = Mlp.Padding.Valid)", "Use 'Valid'")]
    [InlineData("Conv(5, 2, Activation = \"LaekyReLU(0.1)\")", "Conv(5, 2, Activation = \"LeakyReLU(0.1)\")", "Use 'LeakyReLU'")]
    [InlineData("Activation(\"rleu\")", "Activation(\"ReLU\")", "Use 'ReLU'")]
    [InlineData("Activation(Activation.ReLu)", "Activation(Activation.ReLU)", "Use 'ReLU'")]
    public Task The_nearest_name_of_a_layer_is_written(string layer, string expected, string title) =>
        VerifyAsync(new UseNearestNameFix(), Before(layer), Before(expected), title);

    [Theory]
    [InlineData("Conv(5, 2, Stride = 0)", "Conv(5, 2)", "Use the default")]
    [InlineData("Conv(5, 2, Groups = 3, Stride = 2)", "Conv(5, 2, Stride = 2)", "Use the default")]
    [InlineData("Conv(5, 2, Padding = null)", "Conv(5, 2)", "Use the default")]
    [InlineData("Activation(\"Tanh(2)\")", "Activation(\"Tanh\")", "Remove the constant")]
    public Task An_argument_of_a_layer_gives_way_to_its_default(string layer, string expected, string title) =>
        VerifyAsync(new RemoveArgumentFix(), Before(layer), Before(expected), title);

    [Theory]
    [InlineData("Affine(double.NaN, 0)")]
    [InlineData("Clip(2, 1)")]
    [InlineData("Activation(null)")]
    public async Task An_argument_that_must_be_there_is_not_removed(string layer) => (await Fixing.TitlesAsync(new RemoveArgumentFix(), "using Mlp; " + Before(layer))).ShouldBeEmpty();

    [Theory]
    [InlineData("Conv(5L, 2)", "Conv(5, 2)")]
    [InlineData("MaxPool(2u)", "MaxPool(2)")]
    public Task A_size_of_a_layer_becomes_an_int(string layer, string expected) => VerifyAsync(new UseIntFix(), Before(layer), Before(expected), null);

    [Theory]
    [InlineData("[Network(4)] [Dense(5)] partial class Net; [Dense(3)] partial class Net;", "[Network(4)] [Dense(5), Dense(3)] partial class Net; partial class Net;")]
    [InlineData("[Network(4)]\n[Dense(5)]\npartial class Net;\n[Dense(6), System.Serializable, Dense(7)]\n[Dense(3)]\npartial class Net;", "[Network(4)]\n[Dense(5), Dense(6), Dense(7), Dense(3)]\npartial class Net;\n[System.Serializable]\npartial class Net;")]
    [InlineData("[Dense(6), Dense(6)] partial class Net; [Network(4)] [Dense(3)] partial class Net;", "partial class Net; [Network(4)] [Dense(6), Dense(6), Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] partial class Net; [Dense(5)] partial class Net; [Dense(3)] partial class Net;", "[Network(4)] partial class Net; [Dense(5), Dense(3)] partial class Net; partial class Net;")]
    [InlineData("namespace A { partial class Net<T>; [Network(4), Dense(5)] partial class Net; } namespace A { [Dense(3)] partial class Net; }", "namespace A { partial class Net<T>; [Network(4), Dense(5), Dense(3)] partial class Net; } namespace A { partial class Net; }")]
    public Task Layers_of_several_parts_are_gathered(string source, string expected) => VerifyAsync(new GatherLayersFix(), source, expected, "Move the layers together");

    [Fact]
    public async Task Layers_of_another_document_stay_there()
    {
        const string Main = "using Mlp; [Network(4)] [Dense(5)] partial class Net; [Dense(6)] partial class Net;";

        IReadOnlyList<string> texts = await Fixing.FixAllAsync(new GatherLayersFix(), Main, "using Mlp; [Dense(3)] partial class Net;");

        texts.ShouldBe(["using Mlp; [Network(4)] [Dense(5), Dense(6)] partial class Net; partial class Net;", "using Mlp; [Dense(3)] partial class Net;"]);
    }

    [Fact]
    public async Task All_layers_of_all_networks_are_gathered_at_once()
    {
        const string Source = "using Mlp; [Network(4)] [Dense(5)] partial class A; [Dense(6), Dense(6)] partial class A; [Dense(3)] partial class A; "
            + "[Network(4)] [Dense(5)] partial class B; [Dense(3)] partial class B;";

        (await Fixing.FixAllAsync(new GatherLayersFix(), Source)).ShouldBe(
            ["using Mlp; [Network(4)] [Dense(5), Dense(6), Dense(6), Dense(3)] partial class A; partial class A; partial class A; [Network(4)] [Dense(5), Dense(3)] partial class B; partial class B;"]);
    }

    [Fact]
    public async Task All_flattens_are_written_at_once() =>
        (await Fixing.FixAllAsync(new InsertFlattenFix(), "using Mlp; [Network(4, 1)] [Dense(5)] partial class A; [Network(4, 4, 1)] [MaxPool(2), Dense(3)] partial class B;"))
            .ShouldBe(["using Mlp; [Network(4, 1)] [Flatten, Dense(5)] partial class A; [Network(4, 4, 1)] [MaxPool(2), Flatten, Dense(3)] partial class B;"]);

    /// <summary>A layer before the last.</summary>
    private static string Before(string layer) => $"[Network(4, 2)] [{layer}, Flatten, Dense(3)] partial class Net;";

    private static async Task VerifyAsync(CodeFixProvider fix, string source, string expected, string? title)
    {
        if (title is not null)
        {
            (await Fixing.TitlesAsync(fix, "using Mlp; " + source)).ShouldBe([title]);
        }

        string text = await Fixing.FixFirstAsync(fix, "using Mlp; " + source);
        text.ShouldBe("using Mlp; " + expected);
        Compilation compilation = Compiling.Compile(text);
        (await Analyzing.RunAsync(compilation)).ShouldBeEmpty();
        Generating.Networks(compilation).Count.ShouldBe(1);
    }
}
