using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Parsing;

/// <summary>A valid declaration becomes the network it says, and equal declarations become equal networks.</summary>
public sealed class NetworkModelTests
{
    private const string Iris = """
        using Mlp;
        namespace Flowers;
        [Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax")]
        public sealed partial class IrisNet;
        """;

    [Fact]
    public void A_declaration_becomes_layers_and_choices()
    {
        NetworkModel network = Parsed.Network(Iris);

        network.Layers.ShouldBe([new DenseLayer(Shape.Of(4), 16, ActivationKind.ReLU), new DenseLayer(Shape.Of(16), 3, ActivationKind.Identity)]);
        network.Head.ShouldBe(new HeadModel(ActivationKind.Softmax, LossKind.CrossEntropy));
        network.Optimizer.ShouldBe(OptimizerModel.SGD);
        network.Initializer.ShouldBe(InitializerKind.Uniform);
        network.Math.ShouldBe(MathKind.Default);
        network.HasOwnLayout.ShouldBeFalse();
        network.HasUserConstructor.ShouldBeFalse();
        network.IsConstructible.ShouldBeTrue();
        network.ParameterCount.ShouldBe(131);
        network.IsClassifier.ShouldBeTrue();
        network.Declaration.ShouldBe("""[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax")]""");
        network.Type.MetadataName.ShouldBe("Flowers.IrisNet");
    }

    [Fact]
    public void Two_compilations_of_one_text_give_equal_models()
    {
        NetworkModel first = Parsed.Network(Iris);
        NetworkModel second = Parsed.Network(Iris);

        second.ShouldNotBeSameAs(first);
        second.ShouldBe(first);
        second.GetHashCode().ShouldBe(first.GetHashCode());
    }

    [Fact]
    public void Two_compilations_of_one_text_give_equal_declarations_even_of_a_wrong_one()
    {
        const string Source = "[Mlp.Mlp(4, X, 3, Hidden = 5, Loss = null)] [Mlp.Mlp] static class Net<Clone> { void Forward() { } }";
        MlpDeclaration first = Parsed.Declaration(Compiling.Compile(Source)).ShouldNotBeNull();

        Parsed.Declaration(Compiling.Compile(Source)).ShouldBe(first);
        Parsed.Validation(Source)!.Issues.ShouldBe(Parsed.Validation(Source)!.Issues);
    }

    [Theory]
    [InlineData("[Mlp(4, 3, Hidden = \"ReLU\", Output = \"Softmax\")]")]
    [InlineData("[Mlp(4, 16, 4, Hidden = \"ReLU\", Output = \"Softmax\")]")]
    [InlineData("[Mlp(4, 16, 3, Hidden = \"GELU\", Output = \"Softmax\")]")]
    [InlineData("[Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Sigmoid\")]")]
    [InlineData("[Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\", Loss = \"SquaredError\")]")]
    [InlineData("[Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\", Initializer = \"HeNormal\")]")]
    [InlineData("[Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\", Math = \"Fast\")]")]
    [InlineData("[Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\", Optimizer = \"Momentum\")]")]
    [InlineData("[Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\", WeightDecay = 1e-9)]")]
    public void Another_declaration_gives_another_model(string attribute)
    {
        NetworkModel other = Parsed.Network($"using Mlp; namespace Flowers; {attribute} public sealed partial class IrisNet;");

        other.ShouldNotBe(Parsed.Network(Iris));
    }

    [Theory]
    [InlineData("[Mlp(4, 16, 3, Output = \"Softmax\")]")]
    [InlineData("[MlpAttribute(4, 16, 3, Hidden = \"relu\", Output = \"SOFTMAX\")]")]
    [InlineData("[Mlp(new[] { 4, 16, 3 }, Output = Activation.Softmax)]")]
    [InlineData("[Mlp([4, 16, 3], Output = Activation.Softmax)]")]
    [InlineData("[Mlp(layerSizes: new int[] { 2 + 2, 1 << 4, 3 }, Output = nameof(Activation.Softmax))]")]
    [InlineData("[Mlp((byte)4, (short)16, 3, Hidden = \"Re\" + \"LU\", Output = \"softMax\", Loss = null)]")]
    [InlineData("[Mlp(4, 16, 3, Output = \"Softmax\", Loss = \"crossentropy\", Optimizer = \"sgd\", Initializer = \"uniform\", Math = \"default\")]")]
    [InlineData("[Mlp(4, 16, 3, Output = \"Softmax\", WeightDecay = 0, L1 = -0.0)]")]
    public void Different_ways_to_say_the_same_give_equal_models(string attribute)
    {
        NetworkModel other = Parsed.Network($"using Mlp; namespace Flowers; {attribute} public sealed partial class IrisNet;");

        other.ShouldBe(Parsed.Network(Iris));
    }

    [Theory]
    [InlineData("SGD", "WeightDecay 0, L1 0")]
    [InlineData("Momentum", "Momentum 0.9, WeightDecay 0, L1 0")]
    [InlineData("Nesterov", "Momentum 0.9, WeightDecay 0, L1 0")]
    [InlineData("RMSProp", "Rho 0.99, Epsilon 1E-08, WeightDecay 0, L1 0")]
    [InlineData("Adam", "Beta1 0.9, Beta2 0.999, Epsilon 1E-08, WeightDecay 0, L1 0")]
    [InlineData("AdamW", "Beta1 0.9, Beta2 0.999, Epsilon 1E-08, WeightDecay 0.01, L1 0")]
    public void Every_optimizer_has_the_defaults_of_PyTorch(string optimizer, string constants)
    {
        NetworkModel network = Parsed.Network($"[Mlp.Mlp(4, 3, Optimizer = \"{optimizer}\")] partial class Net;");

        string.Join(", ", network.Optimizer.Constants.Select(constant => $"{constant.Name} {Numeral.Of(constant.Value)}")).ShouldBe(constants);
    }

    [Theory]
    [InlineData("4, 16, 3, Output = \"Softmax\"", "Net4_Dense16ReLU_Dense3_Softmax_CrossEntropy")]
    [InlineData("8, 32, 32, 4, Hidden = \"Tanh\"", "Net8_2xDense32Tanh_Dense4_Identity_SquaredError")]
    [InlineData("4, 1, Output = \"Sigmoid\", Loss = \"SquaredError\", Initializer = \"HeNormal\"", "Net4_Dense1_Sigmoid_SquaredError_HeNormal")]
    [InlineData("4, 1, Output = \"Sigmoid\", Math = \"Fast\", Trains = false", "Net4_Dense1_Sigmoid_BinaryCrossEntropy_Fast_Predictor")]
    [InlineData("8, 32, 32, 4, Hidden = \"Tanh, ReLU\"", "Net8_Dense32Tanh_Dense32ReLU_Dense4_Identity_SquaredError")]
    [InlineData("8, 32, 32, 4, Hidden = \" relu,ReLU\"", "Net8_2xDense32ReLU_Dense4_Identity_SquaredError")]
    [InlineData("8, 4, 4, 2, Hidden = \"LeakyReLU(0.1), ELU(1e-5)\", Output = \"elu(2.50)\"", "Net8_Dense4LeakyReLU0p1_Dense4ELU1Em05_Dense2_ELU2p5_SquaredError")]
    [InlineData("8, 4, 2, Hidden = \"LeakyReLU(0.010)\", Output = \"ELU(1)\"", "Net8_Dense4LeakyReLU_Dense2_ELU_SquaredError")]
    public void A_shape_is_named_by_its_layers_and_its_head(string arguments, string name) =>
        ValidNetworks.Model(arguments).ShapeName.ShouldBe(name);

    [Fact]
    public void Networks_that_differ_anywhere_never_share_a_name()
    {
        // Each with another activation in each layer, another head, another optimizer, another initializer, other mathematics, one layer more.
        IEnumerable<NetworkModel> Relatives(NetworkModel model)
        {
            for (int index = 0; index < model.Layers.Count; index++)
            {
                if (model.Layers[index] is not DenseLayer layer)
                {
                    continue;
                }

                ActivationKind other = layer.Function == ActivationKind.ArcTan ? ActivationKind.GELU : ActivationKind.ArcTan;
                yield return model with { Layers = model.Layers.Select((same, at) => at == index ? layer with { Function = other } : same).ToEquatableArray() };
            }

            yield return model with { Layers = model.Layers.Select(layer => layer is DenseLayer dense ? dense with { Function = new(ActivationKind.ELU, 0.3) } : layer).ToEquatableArray() };
            yield return model with { Head = new HeadModel(new(ActivationKind.ELU, 0.7), model.Head.Loss) };
            yield return model with { Head = new HeadModel(model.Head.Activation, model.Head.Loss == LossKind.SquaredError ? LossKind.CrossEntropy : LossKind.SquaredError) };
            yield return model with { Head = new HeadModel(model.Head.Activation == ActivationKind.Exp ? ActivationKind.Tanh : ActivationKind.Exp, model.Head.Loss) };
            yield return model with { Optimizer = OptimizerModel.Default(OptimizerKind.Adam) };
            yield return model with { Initializer = model.Initializer == InitializerKind.Uniform ? InitializerKind.HeNormal : InitializerKind.Uniform };
            yield return model with { Math = model.Math == MathKind.Fast ? MathKind.Default : MathKind.Fast };
            yield return model with { Use = NetworkUse.Predicts };
            yield return model with { Layers = model.Layers.Append(model.Layers[^1]).ToEquatableArray() };
        }

        NetworkModel[] shapes = [.. ValidNetworks.All.SelectMany(model => Relatives(model).Prepend(model)).Select(model => model.WithoutType() with { Form = new DeclarationForm("", "", "") }).Distinct()];

        shapes.Length.ShouldBeGreaterThan(2000);
        shapes.Select(shape => shape.ShapeName.ToUpperInvariant()).ShouldBeUnique();
        shapes.ShouldAllBe(shape => shape.ShapeName.Length <= ShapeName.LongestName + 17 && shape.ShapeName.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
        shapes.ShouldContain(shape => shape.ShapeName.Length > ShapeName.LongestName);
    }

    [Fact]
    public void Constants_that_are_not_the_default_are_in_the_normal_form_and_in_the_name_of_the_shape()
    {
        NetworkModel network = Parsed.Network("[Mlp.Mlp(4, 3, WeightDecay = 0.5, Epsilon = 1e-6, Beta1 = 0.9, Optimizer = \"adam\")] partial class Net;");

        network.Declaration.ShouldBe("[Mlp(4, 3, Output = \"Identity\", Optimizer = \"Adam\", Epsilon = 1E-06, WeightDecay = 0.5)]");
        network.ShapeName.ShouldBe("Net4_Dense3_Identity_SquaredError_Adam_Epsilon_1Em06_WeightDecay_0p5");
    }

    [Fact]
    public void Fast_mathematics_is_in_the_normal_form_and_not_the_default_one()
    {
        ValidNetworks.Model("4, 3, Math = \"fast\"").Declaration.ShouldBe("[Mlp(4, 3, Output = \"Identity\", Math = \"Fast\")]");
        ValidNetworks.Model("4, 3, Math = \"DEFAULT\"").Declaration.ShouldBe("[Mlp(4, 3, Output = \"Identity\")]");
    }

    [Theory]
    [InlineData("tanh,RELU ", "", "Hidden = \"Tanh, ReLU\", Output = \"Identity\"")]
    [InlineData("ELU(1),ELU", "", "Hidden = \"ELU\", Output = \"Identity\"")]
    [InlineData("leakyrelu (1E-1) , ELU ( 2.0 )", "elu(.5)", "Hidden = \"LeakyReLU(0.1), ELU(2)\", Output = \"ELU(0.5)\"")]
    public void Activations_are_in_the_normal_form(string hidden, string output, string expected) =>
        ValidNetworks.Model($"4, 5, 6, 3, Hidden = \"{hidden}\"{(output.Length == 0 ? "" : $", Output = \"{output}\"")}").Declaration.ShouldBe($"[Mlp(4, 5, 6, 3, {expected})]");

    [Fact]
    public void Each_hidden_layer_has_its_own_activation()
    {
        NetworkModel network = ValidNetworks.Model("4, 5, 6, 3, Hidden = \"Tanh, LeakyReLU(0.1)\", Output = \"Softmax\"");

        network.Layers.Select(layer => layer.Activation).ShouldBe([ActivationKind.Tanh, new(ActivationKind.LeakyReLU, 0.1), ActivationKind.Identity]);
        Enumerable.Range(0, 3).Select(index => network.ShownActivation(index).ToString()).ShouldBe(["Tanh", "LeakyReLU(0.1)", "Softmax"]);
    }

    [Theory]
    [InlineData("class Net;", true)]
    [InlineData("class Net { public Net(int a = 1) { } }", true)]
    [InlineData("class Net(params int[] a);", true)]
    [InlineData("class Net { Net() { } public Net(string name) { } }", true)]
    [InlineData("class Net(string name);", false)]
    [InlineData("struct Net { public Net(string name) { } }", true)]
    [InlineData("struct Net { public Net(string name) { } public Net() { } }", true)]
    [InlineData("struct Net(string name, in int age);", true)]
    [InlineData("struct Net(ref int age);", false)]
    [InlineData("record struct Net(string Name);", true)]
    [InlineData("record Net { protected Net(Net other) { } }", true)]
    [InlineData("record Net(string Name) { protected Net(Net other) { Name = other.Name; } }", false)]
    [InlineData("class Net { public required string Name { get; set; } }", false)]
    [InlineData("class Net : Base; class Base { public required string Name; }", false)]
    [InlineData("class Net { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Net() => Name = \"\"; public required string Name { get; set; } }", true)]
    public void A_network_is_constructible_where_nobody_must_say_anything(string type, bool expected) =>
        Parsed.Network("[Mlp.Mlp(4, 3)] partial " + type).IsConstructible.ShouldBe(expected);

    public static TheoryData<string, string, string> DefaultLosses()
    {
        var data = new TheoryData<string, string, string>();
        foreach (string output in typeof(Activation).GetFields().Select(field => field.Name).Except([Activation.PReLU]))
        {
            data.Add(output, output switch
            {
                "Sigmoid" => "BinaryCrossEntropy",
                "Softmax" => "CrossEntropy",
                "Exp" => "PoissonNegativeLogLikelihood",
                _ => "SquaredError",
            }, $"[Mlp(4, 3, Output = \"{output}\")]");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(DefaultLosses))]
    public void Every_output_has_its_default_loss(string output, string loss, string normalForm)
    {
        NetworkModel network = Parsed.Network($"[Mlp.Mlp(4, 3, Output = Mlp.Activation.{output})] partial class Net;");

        network.Head.Activation.ToString().ShouldBe(output);
        network.Head.Loss.ToString().ShouldBe(loss);
        network.Declaration.ShouldBe(normalForm);
    }

    [Fact]
    public void The_names_are_the_public_constants()
    {
        Names<ActivationKind>().ShouldBe(Constants(typeof(Activation)));
        Names<LossKind>().ShouldBe(Constants(typeof(Loss)));
        Names<OptimizerKind>().ShouldBe(Constants(typeof(Optimizer)));
        Names<InitializerKind>().ShouldBe(Constants(typeof(Initializer)));
        Names<MathKind>().ShouldBe(Constants(typeof(MathMode)));

        static IEnumerable<string> Names<TKind>()
            where TKind : struct, System.Enum => System.Enum.GetNames<TKind>();

        static IEnumerable<string> Constants(System.Type type) => type.GetFields().Select(field => (string)field.GetRawConstantValue()!);
    }

    [Fact]
    public void Only_an_instance_constructor_of_the_user_counts()
    {
        HasConstructor("partial class Net;").ShouldBeFalse();
        HasConstructor("partial class Net { static Net() { } }").ShouldBeFalse();
        HasConstructor("partial record Net;").ShouldBeFalse();
        HasConstructor("partial struct Net;").ShouldBeFalse();
        HasConstructor("partial class Net { private Net(string name) { } }").ShouldBeTrue();
        HasConstructor("partial class Net(int seed) { public int Seed => seed; }").ShouldBeTrue();
        HasConstructor("partial record Net(int Seed);").ShouldBeTrue();
        HasConstructor("partial record Net { protected Net(Net other) { } }").ShouldBeFalse();
        HasConstructor("partial class Net { protected Net(Net other) { } }").ShouldBeTrue();
        HasConstructor("partial class Net; partial class Net { public Net() { } }").ShouldBeTrue();

        static bool HasConstructor(string type) => Parsed.Network("[Mlp.Mlp(4, 3)] " + type).HasUserConstructor;
    }

    [Fact]
    public void Emitted_constructors_are_not_the_users()
    {
        CSharpCompilation compilation = Compiling.Compile(
            Compiling.Parse("[Mlp.Mlp(4, 3)] partial class Net;"),
            Compiling.Parse("partial class Net { public Net() { } }", "Mlp.Generator/Mlp.Generator.MlpGenerator/Net.g.cs"));

        Parsed.Declaration(compilation)!.Type.Constructors.Any.ShouldBeFalse();
    }
}
