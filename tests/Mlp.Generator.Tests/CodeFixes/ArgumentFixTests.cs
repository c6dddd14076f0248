using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlp.Generator.CodeFixes;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.CodeFixes;

/// <summary>The fixes of arguments that are no names: what is removed, moved, cast or chosen from the project's weight files.</summary>
public sealed class ArgumentFixTests
{
    [Theory]
    [InlineData("Optimizer = \"Adam\", Beta1 = 1.9", "Optimizer = \"Adam\"", "Use the default")]
    [InlineData("L1 = -1, Output = \"Softmax\"", "Output = \"Softmax\"", "Use the default")]
    [InlineData("Output = \"Softmax\", Momentum = 0.9", "Output = \"Softmax\"", "Remove 'Momentum'")]
    [InlineData("Hidden = null, Output = \"Tanh\"", "Output = \"Tanh\"", "Use the default")]
    [InlineData("Hidden = \"ReLU(0.1)\"", "Hidden = \"ReLU\"", "Remove the constant")]
    [InlineData("Hidden = \"ELU(-1)\", L1 = 1", "Hidden = \"ELU\", L1 = 1", "Use the default")]
    [InlineData("Hidden = \"LeakyReLU(0)\"", "Hidden = \"ReLU\"", "Use 'ReLU'")]
    [InlineData("Output = Mlp.Activation.Tanh + \"(2)\"", "Output = \"Tanh\"", "Remove the constant")]
    [InlineData("Output = \"Tanh\", Frozen = true", "Output = \"Tanh\"", "Remove 'Frozen'")]
    [InlineData("Frozen = 1 > 0, Weights = null", "Weights = null", "Remove 'Frozen'")]
    [InlineData("Trains = false, Population = true, Output = \"Tanh\"", "Trains = false, Output = \"Tanh\"", "Remove 'Population'")]
    public Task An_argument_is_removed(string arguments, string expected, string title) => VerifyAsync(new RemoveArgumentFix(), arguments, expected, title);

    [Theory]
    [InlineData("Hidden = /* a */ \"Softmax\"", "Output = /* a */ \"Softmax\"", "Make it the activation of the output")]
    [InlineData("Hidden = Mlp.Activation.Exp, L1 = 1", "Output = Mlp.Activation.Exp, L1 = 1", "Make it the activation of the output")]
    [InlineData("Hidden = \"Softmax\", Output = \"Sigmoid\"", "Output = \"Sigmoid\"", "Use the default")]
    [InlineData("Hidden = \" Softmax \"", "Output = \" Softmax \"", "Make it the activation of the output")]
    public Task An_activation_of_the_output_goes_there(string arguments, string expected, string title) =>
        VerifyAsync(new MoveToOutputFix(), arguments, expected, title);

    [Theory]
    [InlineData("Output = \"softmax\", L1 = 1", "Output = \"Sigmoid\", L1 = 1")]
    [InlineData("Output = Mlp.Activation.Softmax", "Output = Mlp.Activation.Sigmoid")]
    [InlineData("Loss = \"crossentropy\", Output = \"Softmax\"", "Output = \"Sigmoid\"")]
    [InlineData("Output = \"Softmax\", Loss = Mlp.Loss.CrossEntropy", "Output = \"Sigmoid\"")]
    [InlineData("Output = \"Softmax\", Loss = \"SquaredError\"", "Output = \"Sigmoid\", Loss = \"SquaredError\"")]
    public async Task One_output_of_a_classifier_becomes_a_sigmoid(string arguments, string expected)
    {
        string source = Sized("4, 1, " + arguments);
        (await Fixing.TitlesAsync(new UseSigmoidFix(), source)).ShouldBe(["Use 'Sigmoid'"]);
        string text = await Fixing.FixFirstAsync(new UseSigmoidFix(), source);

        text.ShouldBe(Sized("4, 1, " + expected));
        await VerifyNetworkAsync(text);
    }

    [Theory]
    [InlineData("4, 16L, 3", "4, 16, 3", "Use '16'")]
    [InlineData("4, 0x10u, 3", "4, 16, 3", "Use '16'")]
    [InlineData("4, 16.0, 3", "4, 16, 3", "Use '16'")]
    [InlineData("4, Net.Hidden, 3", "4, (int)Net.Hidden, 3", "Use '(int)Net.Hidden'")]
    [InlineData("4, 2 * 8L, 3", "4, (int)(2 * 8L), 3", "Use '(int)(2 * 8L)'")]
    [InlineData("new[] { 4, 16ul, 3 }", "new[] { 4, 16, 3 }", "Use '16'")]
    public async Task A_whole_number_of_another_type_becomes_an_int(string sizes, string expected, string title)
    {
        (await Fixing.TitlesAsync(new UseIntFix(), Sized(sizes))).ShouldBe([title]);
        string text = await Fixing.FixFirstAsync(new UseIntFix(), Sized(sizes));

        text.ShouldBe(Sized(expected));
        await VerifyNetworkAsync(text);
    }

    [Theory]
    [InlineData("4, 16.5, 3")]
    [InlineData("4, 5000000000, 3")]
    [InlineData("4, \"16\", 3")]
    [InlineData("4, 1e300, 3")]
    [InlineData("4, Missing, 3")]
    public async Task What_is_no_whole_number_is_left_alone(string sizes) => (await Fixing.TitlesAsync(new UseIntFix(), Sized(sizes))).ShouldBeEmpty();

    [Theory]
    [InlineData("4, 16, 3", "irsi.safetensors", "iris.safetensors")]
    [InlineData("4, 16, 3", "Iris.safetensors", "iris.safetensors")]
    [InlineData("4, 16, 3", "models\\\\iris.safetensors", "iris.safetensors")]
    [InlineData("4, 16, 3", "iris", "iris.safetensors")]
    public Task The_nearest_weight_file_is_named(string sizes, string file, string expected) =>
        VerifyWeightsAsync(sizes, file, expected, $"Use '{expected}'");

    [Theory]
    [InlineData("wine.safetensors")]
    [InlineData("wnie.safetensors")]
    [InlineData("third/wine.safetensors")]
    public async Task Of_several_weight_files_each_is_offered(string file)
    {
        string[] expected = ["first/wine.safetensors", "second/wine.safetensors"];

        (await Fixing.TitlesAsync(new UseWeightFileFix(), Weighted("4, 3", file))).ShouldBe(["Use 'first/wine.safetensors'", "Use 'second/wine.safetensors'"]);
        foreach (string chosen in expected)
        {
            await VerifyWeightsAsync("4, 3", file, chosen, $"Use '{chosen}'");
        }
    }

    [Theory]
    [InlineData("tulip.safetensors")]
    [InlineData("readme.txt")]
    [InlineData("")]
    [InlineData("../")]
    public async Task Where_no_weight_file_can_be_meant_none_is_offered(string file) =>
        (await Fixing.TitlesAsync(new UseWeightFileFix(), Weighted("4, 3", file))).ShouldBeEmpty();

    [Fact]
    public Task All_arguments_are_removed_at_once() => VerifyAllAsync(
        new RemoveArgumentFix(),
        "[Mlp.Mlp(4, 3, Momentum = 1, Rho = 1, Optimizer = \"Adam\", Beta1 = 2, Loss = null)] partial class A; [Mlp.Mlp(4, 3, Frozen = true)] partial class B; "
            + "[Mlp.Network(6, 6, 1, Population = true), Mlp.Conv(3, 3), Mlp.Flatten, Mlp.Dense(4)] partial class C; [Mlp.Onnx(\"flowers.onnx\", Population = true)] static partial class D;",
        "[Mlp.Mlp(4, 3, Optimizer = \"Adam\", Loss = null)] partial class A; [Mlp.Mlp(4, 3)] partial class B; "
            + "[Mlp.Network(6, 6, 1), Mlp.Conv(3, 3), Mlp.Flatten, Mlp.Dense(4)] partial class C; [Mlp.Onnx(\"flowers.onnx\")] static partial class D;");

    [Fact]
    public Task All_sizes_are_cast_at_once() => VerifyAllAsync(
        new UseIntFix(),
        "[Mlp.Mlp(4L, 16.5f * 2, 3u)] partial class A; [Mlp.Mlp(4, 3L)] partial class B;",
        "[Mlp.Mlp(4, (int)(16.5f * 2), 3)] partial class A; [Mlp.Mlp(4, 3)] partial class B;");

    [Fact]
    public Task All_activations_of_the_output_go_there_at_once() => VerifyAllAsync(
        new MoveToOutputFix(),
        "[Mlp.Mlp(4, 5, 3, Hidden = \"Softmax\")] partial class A; [Mlp.Mlp(4, 5, 3, Hidden = \"Exp\")] partial class B;",
        "[Mlp.Mlp(4, 5, 3, Output = \"Softmax\")] partial class A; [Mlp.Mlp(4, 5, 3, Output = \"Exp\")] partial class B;");

    [Fact]
    public async Task The_chosen_weight_file_is_named_everywhere_it_may_be_meant()
    {
        const string Source = "[Mlp.Mlp(4, 3, Weights = \"wine.safetensors\")] partial class A; [Mlp.Mlp(4, 16, 3, Weights = \"irsi.safetensors\")] partial class B; "
            + "[Mlp.Mlp(4, 3, Weights = \"third/wine.safetensors\")] partial class C;";

        IReadOnlyList<string> texts = await Fixing.FixAllAsync(new UseWeightFileFix(), "Use 'second/wine.safetensors'", [Source]);

        texts.ShouldHaveSingleItem().ShouldBe(Source.Replace("third/wine", "wine").Replace("wine.safetensors", "second/wine.safetensors"));
    }

    private static string Sized(string sizes) => $"[Mlp.Mlp({sizes})] partial class Net {{ public const long Hidden = 16; }}";

    private static string Weighted(string sizes, string file) => $"[Mlp.Mlp({sizes}, Weights = \"{file}\")] partial class Net;";

    private static async Task VerifyAsync(CodeFixProvider fix, string arguments, string expected, string title)
    {
        string source = $"[Mlp.Mlp(4, 16, 3, {arguments})] partial class Net;";
        (await Fixing.TitlesAsync(fix, source)).ShouldBe([title]);
        string text = await Fixing.FixFirstAsync(fix, source);

        text.ShouldBe($"[Mlp.Mlp(4, 16, 3, {expected})] partial class Net;");
        await VerifyNetworkAsync(text);
    }

    private static async Task VerifyWeightsAsync(string sizes, string file, string expected, string title)
    {
        string text = await Fixing.FixFirstAsync(new UseWeightFileFix(), Weighted(sizes, file), title);

        text.ShouldBe(Weighted(sizes, expected));
        await VerifyNetworkAsync(text);
    }

    private static async Task VerifyAllAsync(CodeFixProvider fix, string source, string expected)
    {
        (await Fixing.FixAllAsync(fix, source)).ShouldBe([expected]);
        (await Analyzing.RunAsync(Compiling.Compile(expected))).ShouldBeEmpty();
    }

    /// <summary>Nothing is wrong any more, and there is a network.</summary>
    private static async Task VerifyNetworkAsync(string text)
    {
        Compilation compilation = Compiling.Compile(text);
        (await Analyzing.RunAsync(compilation)).ShouldBeEmpty();
        Generating.Networks(compilation).Count.ShouldBe(1);
    }
}
