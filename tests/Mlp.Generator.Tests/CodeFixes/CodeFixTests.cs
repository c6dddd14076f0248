using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Mlp.Generator.CodeFixes;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.CodeFixes;

/// <summary>Each fix changes what is wrong, keeps what is not, and leaves a network.</summary>
public sealed class CodeFixTests
{
    [Theory]
    [InlineData("[Mlp.Mlp(4, 3)] public sealed class Net;", "[Mlp.Mlp(4, 3)] public sealed partial class Net;")]
    [InlineData("[Mlp.Mlp(4, 3)] record struct Net;", "[Mlp.Mlp(4, 3)] partial record struct Net;")]
    [InlineData("[Mlp.Mlp(4, 3)] /* a */ unsafe /* b */ struct /* c */ Net;", "[Mlp.Mlp(4, 3)] /* a */ unsafe /* b */ partial struct /* c */ Net;")]
    [InlineData("class A { interface IB { [Mlp.Mlp(4, 3)] class Net; } }", "partial class A { interface IB { [Mlp.Mlp(4, 3)] class Net; } }")]
    [InlineData("class A { partial class B { [Mlp.Mlp(4, 3)] partial class Net; } }", "partial class A { partial class B { [Mlp.Mlp(4, 3)] partial class Net; } }")]
    public Task Partial_is_added(string source, string expected) => VerifyFirstAsync(new MakePartialFix(), source, expected);

    [Fact]
    public async Task Partial_is_added_to_the_types_around_it_in_one_go()
    {
        const string Source = "class A { interface IB { [Mlp.Mlp(4, 3)] class Net; [Mlp.Mlp(4, 3)] class Net2; } }";

        await VerifyAllAsync(new MakePartialFix(), Source, "partial class A { partial interface IB { [Mlp.Mlp(4, 3)] partial class Net; [Mlp.Mlp(4, 3)] partial class Net2; } }");
    }

    [Theory]
    [InlineData("[Mlp.Mlp(4, 3)] public static partial class Net;", "[Mlp.Mlp(4, 3)] public partial class Net;")]
    [InlineData("[Mlp.Mlp(4, 3)] abstract partial class Net;", "[Mlp.Mlp(4, 3)] partial class Net;")]
    [InlineData("[Mlp.Mlp(4, 3)] readonly /* why */ partial struct Net;", "[Mlp.Mlp(4, 3)] /* why */ partial struct Net;")]
    [InlineData("[Mlp.Mlp(4, 3)] file partial class Net;", "[Mlp.Mlp(4, 3)] partial class Net;")]
    [InlineData("file partial class A { [Mlp.Mlp(4, 3)] partial class Net; }", "partial class A { [Mlp.Mlp(4, 3)] partial class Net; }")]
    [InlineData("[Mlp.Mlp(4, 3)] ref partial struct Net;", "[Mlp.Mlp(4, 3)] partial struct Net;")]
    public Task A_modifier_is_removed(string source, string expected) => VerifyFirstAsync(new RemoveModifierFix(), source, expected);

    [Fact]
    public Task All_modifiers_are_removed() => VerifyAllAsync(
        new RemoveModifierFix(),
        "[Mlp.Mlp(4, 3)] readonly ref partial struct A; [Mlp.Mlp(4, 3)] static partial class B;",
        "[Mlp.Mlp(4, 3)] partial struct A; [Mlp.Mlp(4, 3)] partial class B;");

    [Theory]
    [InlineData("[Mlp.Mlp(4, 3)]\n[Mlp.Mlp(4, 4)]\npartial class Net;", "[Mlp.Mlp(4, 3)]\npartial class Net;")]
    [InlineData("[Mlp.Mlp(4, 3), Mlp.Mlp(4, 4)] partial class Net;", "[Mlp.Mlp(4, 3)] partial class Net;")]
    [InlineData("[Mlp.Mlp(4, 3)] partial class Net; [Mlp.Mlp(4, 4), System.Serializable] partial class Net;", "[Mlp.Mlp(4, 3)] partial class Net; [System.Serializable] partial class Net;")]
    [InlineData("[Mlp.Mlp(4, 3)] partial class Net; [Mlp.Mlp(4, 4)] partial class Net;", "[Mlp.Mlp(4, 3)] partial class Net; partial class Net;")]
    [InlineData("partial class A\n{\n    [Mlp.Mlp(4, 3)]\n    [Mlp.Mlp(4, 4)]\n    partial class Net;\n}", "partial class A\n{\n    [Mlp.Mlp(4, 3)]\n    partial class Net;\n}")]
    [InlineData("[Mlp.Mlp(4, 3)]\n[Mlp.Mlp(4, 4)] // kept\npartial class Net;", "[Mlp.Mlp(4, 3)]\n // kept\npartial class Net;")]
    public Task A_duplicate_attribute_is_removed(string source, string expected) => VerifyFirstAsync(new RemoveDuplicateAttributeFix(), source, expected);

    [Theory]
    [InlineData("Hidden = \"rleu\"", "Hidden = \"ReLU\"")]
    [InlineData("Output = /* a */ @\"swish\" /* b */", "Output = /* a */ \"SiLU\" /* b */")]
    [InlineData("Hidden = Mlp.Activation.ReLu", "Hidden = Mlp.Activation.ReLU")]
    [InlineData("Hidden = ReLu", "Hidden = \"ReLU\"")]
    [InlineData("Loss = Mlp.Loss.SquareError", "Loss = Mlp.Loss.SquaredError")]
    [InlineData("Initializer = \"Glorot\" + \"Unifrom\"", "Initializer = \"GlorotUniform\"")]
    [InlineData("Math = Mlp.MathMode.Fats", "Math = Mlp.MathMode.Fast")]
    [InlineData("Math = \"FastMath\"", "Math = \"Fast\"")]
    [InlineData("Optimizer = nameof(System)", "Optimizer = \"SGD\"")]
    public Task The_nearest_name_is_written(string argument, string expected) => VerifyFirstAsync(
        new UseNearestNameFix(), $"[Mlp.Mlp(4, 16, 3, {argument})] partial class Net;", $"[Mlp.Mlp(4, 16, 3, {expected})] partial class Net;");

    [Theory]
    [InlineData("\"Tanh, Rleu\"", "\"Tanh, ReLU\"", "Use 'ReLU'")]
    [InlineData("@\"Ta\"\"nh, ELU\"", "@\"Tanh, ELU\"", "Use 'Tanh'")]
    [InlineData("\"T\\u0061nh, R\\u0065lou\"", "\"T\\u0061nh, ReLU\"", "Use 'ReLU'")]
    [InlineData("\"\"\"\n  Tanh,\n  Rleu\n  \"\"\"", "\"\"\"\n  Tanh,\n  ReLU\n  \"\"\"", "Use 'ReLU'")]
    [InlineData("Mlp.Activation.Tanh + \", Rleu\"", "\"Tanh, ReLU\"", "Use 'ReLU'")]
    [InlineData("\"Tanh,, ReLU\"", "\"Tanh, ReLU\"", "Use 'Tanh, ReLU'")]
    [InlineData("\"Tanh,ReLU,\"", "\"Tanh,ReLU\"", "Use 'Tanh,ReLU'")]
    [InlineData("\"Tanh|ReLU\"", "\"Tanh, ReLU\"", "Use 'Tanh, ReLU'")]
    [InlineData("\"elu / tanh\"", "\"ELU, Tanh\"", "Use 'ELU, Tanh'")]
    [InlineData("\"ELU 0.5, Tanh\"", "\"ELU(0.5), Tanh\"", "Use 'ELU(0.5)'")]
    [InlineData("\"LaekyReLU(0.1), ELU\"", "\"LeakyReLU(0.1), ELU\"", "Use 'LeakyReLU'")]
    [InlineData("\"LeakyReLU(0,1), ELU(2)\"", "\"LeakyReLU(0.1), ELU(2)\"", "Use 'LeakyReLU(0.1)'")]
    [InlineData("\"Tanh, LeakyReLU(slope: 0.2)\"", "\"Tanh, LeakyReLU(0.2)\"", "Use 'LeakyReLU(0.2)'")]
    public async Task A_wrong_piece_of_a_list_is_replaced_alone(string argument, string expected, string title)
    {
        (await Fixing.TitlesAsync(new UseNearestNameFix(), Listed(argument)))[0].ShouldBe(title);
        await VerifyFirstAsync(new UseNearestNameFix(), Listed(argument), Listed(expected));

        static string Listed(string hidden) => $"[Mlp.Mlp(4, 16, 16, 3, Hidden = {hidden})] partial class Net;";
    }

    [Fact]
    public Task All_pieces_are_replaced_at_once() => VerifyAllAsync(
        new UseNearestNameFix(),
        "[Mlp.Mlp(4, 5, 6, 3, Hidden = \"Tahn, Rleu\", Output = \"EUL(2)\")] partial class A;",
        "[Mlp.Mlp(4, 5, 6, 3, Hidden = \"Tanh, ReLU\", Output = \"ELU(2)\")] partial class A;");

    [Theory]
    [InlineData("Hidden = null")]
    [InlineData("Hidden = 5")]
    [InlineData("Hidden = SomethingElse")]
    public async Task Where_no_name_can_be_meant_none_is_offered(string argument) =>
        (await Fixing.TitlesAsync(new UseNearestNameFix(), $"[Mlp.Mlp(4, 16, 3, {argument})] partial class Net;")).ShouldBeEmpty();

    [Theory]
    [InlineData("Output = \"Softmax\", Loss = \"BinaryCrossEntropy\"", "Output = \"Softmax\"")]
    [InlineData("Loss = Mlp.Loss.CrossEntropy, Output = \"Exp\"", "Output = \"Exp\"")]
    public Task A_loss_that_does_not_fit_is_removed(string arguments, string expected) => VerifyFirstAsync(
        new RemoveArgumentFix(), $"[Mlp.Mlp(4, 3, {arguments})] partial class Net;", $"[Mlp.Mlp(4, 3, {expected})] partial class Net;");

    [Fact]
    public async Task All_names_of_all_files_are_fixed_at_once()
    {
        IReadOnlyList<string> texts = await Fixing.FixAllAsync(
            new UseNearestNameFix(),
            "[Mlp.Mlp(4, 16, 3, Hidden = \"relo\", Output = \"softmex\")] partial class A; [Mlp.Mlp(4, 3, Output = \"tan\")] partial class B;",
            "[Mlp.Mlp(4, 16, 3, Hidden = \"gellu\")] partial class C;");

        texts.ShouldBe(
        [
            "[Mlp.Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\")] partial class A; [Mlp.Mlp(4, 3, Output = \"Tanh\")] partial class B;",
            "[Mlp.Mlp(4, 16, 3, Hidden = \"GELU\")] partial class C;",
        ]);
        Generating.Networks(Compiling.Compile([.. texts])).Count.ShouldBe(3);
    }

    [Fact]
    public Task All_duplicates_are_removed_at_once() => VerifyAllAsync(
        new RemoveDuplicateAttributeFix(),
        "[Mlp.Mlp(4, 3), Mlp.Mlp(4, 4)]\n[Mlp.Mlp(4, 5)]\npartial class A; [Mlp.Mlp(4, 6)] partial class A;",
        "[Mlp.Mlp(4, 3)]\npartial class A; partial class A;");

    [Fact]
    public Task All_losses_are_removed_at_once() => VerifyAllAsync(
        new RemoveArgumentFix(),
        "[Mlp.Mlp(4, 3, Loss = \"CrossEntropy\")] partial class A; [Mlp.Mlp(4, 3, Loss = \"CrossEntropy\")] partial class B;",
        "[Mlp.Mlp(4, 3)] partial class A; [Mlp.Mlp(4, 3)] partial class B;");

    private static async Task VerifyFirstAsync(CodeFixProvider fix, string source, string expected) =>
        (await Fixing.FixFirstAsync(fix, source)).ShouldBe(expected);

    private static async Task VerifyAllAsync(CodeFixProvider fix, string source, string expected)
    {
        (await Fixing.FixAllAsync(fix, source)).ShouldBe([expected]);
        (await Analyzing.RunAsync(Compiling.Compile(expected))).ShouldBeEmpty();
    }
}
