using System;
using System.Collections.Generic;
using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Activations, of one operator or of several, are those of the runtime with the same numbers.</summary>
public sealed class ActivationImportTests
{
    private static readonly Dictionary<string, (string Layers, int Opset, Action<ModelBuilder> Add)> Cases = new()
    {
        ["Relu"] = ("Dense ReLU, Dense", 17, model => model.Then("Relu")),
        ["LeakyRelu"] = ("Dense LeakyReLU, Dense", 17, model => model.Then("LeakyRelu")),
        ["LeakyRelu 0.2"] = ("Dense LeakyReLU(0.2), Dense", 17, model => model.Then("LeakyRelu", ("alpha", 0.2f))),
        ["LeakyRelu −0.2"] = ("Dense, PReLU, Dense", 17, model => model.Then("LeakyRelu", ("alpha", -0.2f))),
        ["LeakyRelu 0"] = ("Dense ReLU, Dense", 17, model => model.Then("LeakyRelu", ("alpha", 0f))),
        ["Elu"] = ("Dense ELU, Dense", 17, model => model.Then("Elu")),
        ["Elu 0.5"] = ("Dense ELU(0.5), Dense", 17, model => model.Then("Elu", ("alpha", 0.5f))),
        ["Celu"] = ("Dense ELU, Dense", 17, model => model.Then("Celu", ("alpha", 2f))),
        ["Selu"] = ("Dense SELU, Dense", 17, model => model.Then("Selu")),
        ["Selu 1.5"] = ("Dense ELU(1.5), Dense", 17, model => model.Then("Selu", ("alpha", 1.5f), ("gamma", 0.7f))),
        ["Sigmoid"] = ("Dense Sigmoid, Dense", 17, model => model.Then("Sigmoid")),
        ["Tanh"] = ("Dense Tanh, Dense", 17, model => model.Then("Tanh")),
        ["Atan"] = ("Dense ArcTan, Dense", 17, model => model.Then("Atan")),
        ["Softplus"] = ("Dense Softplus, Dense", 17, model => model.Then("Softplus")),
        ["Softplus spelled"] = ("Dense Softplus, Dense", 17, model => model.Then("Exp").Then("Add", [model.Float(1)]).Then("Log")),
        ["Softsign"] = ("Dense Softsign, Dense", 17, model => model.Then("Softsign")),
        ["HardSigmoid"] = ("Dense, Clip, Dense", 17, model => model.Then("HardSigmoid")),
        ["HardSigmoid 1/6"] = ("Dense HardSigmoid, Dense", 17, model => model.Then("HardSigmoid", ("alpha", 1f / 6))),
        ["HardSigmoid spelled"] = ("Dense HardSigmoid, Dense", 17, model => model.Then("Add", [model.Float(3)]).Then("Clip", [model.Float(0), model.Float(6)]).Then("Div", [model.Float(6)])),
        ["HardSwish"] = ("Dense HardSwish, Dense", 17, model => model.Then("HardSwish")),
        ["HardSwish by HardSigmoid"] = ("Dense HardSwish, Dense", 17, model => Twice(model, (_, end) => end.Then("HardSigmoid", ("alpha", 1f / 6)), "Mul")),
        ["HardSwish by Clip"] = ("Dense HardSwish, Dense", 17, model => Twice(model, (_, end) => end.Then("Add", [end.Float(3)]).Then("Clip", [end.Float(0), end.Float(6)]), "Mul").Then("Div", [model.Float(6)])),
        ["HardSwish by Clip divided"] = ("Dense HardSwish, Dense", 17, model => Twice(model, (_, end) => end.Then("Add", [end.Float(3)]).Then("Clip", [end.Float(0), end.Float(6)]).Then("Div", [end.Float(6)]), "Mul")),
        ["SiLU"] = ("Dense SiLU, Dense", 17, model => Twice(model, (_, end) => end.Then("Sigmoid"), "Mul")),
        ["Swish 1.5"] = ("Dense SiLU, Dense", 17, model => Twice(model, (_, end) => end.Then("Mul", [end.Float(1.5f)]).Then("Sigmoid"), "Mul")),
        ["Sigmoid spelled"] = ("Dense Sigmoid, Dense", 17, model => model.Then("Neg").Then("Exp").Then("Add", [model.Float(1)]).Then("Reciprocal")),
        ["SiLU divided"] = ("Dense SiLU, Dense", 17, model => Twice(model, (_, end) => end.Then("Neg").Then("Exp").Then("Add", [end.Float(1)]), "Div", isFirst: true)),
        ["Mish"] = ("Dense Mish, Dense", 17, model => Twice(model, (_, end) => end.Then("Softplus").Then("Tanh"), "Mul")),
        ["Mish spelled"] = ("Dense Mish, Dense", 17, model => Twice(model, (_, end) => end.Then("Exp").Then("Add", [end.Float(1)]).Then("Log").Then("Tanh"), "Mul")),
        ["GELU"] = ("Dense GELU, Dense", 17, model => Twice(model, (_, end) => end.Then("Div", [end.Float(MathF.Sqrt(2))]).Then("Erf").Then("Add", [end.Float(1)]), "Mul").Then("Mul", [model.Float(0.5f)])),
        ["GELU halved gate"] = ("Dense GELU, Dense", 17, model => Twice(model, (_, end) => end.Then("Mul", [end.Float(MathF.Sqrt(0.5f))]).Then("Erf").Then("Add", [end.Float(1)]).Then("Mul", [end.Float(0.5f)]), "Mul")),
        ["GELU halved value"] = ("Dense GELU, Dense", 17, GeluOfHalf),
        ["Gelu"] = ("Dense GELU, Dense", 20, model => model.Then("Gelu")),
        ["LeakyRelu by Max"] = ("Dense LeakyReLU(0.3), Dense", 17, model => Twice(model, (_, end) => end.Then("Mul", [end.Float(0.3f)]), "Max")),
        ["PRelu"] = ("Dense, PReLU, Dense", 17, model => model.Then("PRelu", [model.Random(5)])),
        ["PRelu of one"] = ("Dense, PReLU, Dense", 17, model => model.Then("PRelu", [model.Random(1)])),
        ["PRelu spelled"] = ("Dense, PReLU, Dense", 17, SpelledSlopes),
        ["Clip"] = ("Dense, Clip, Dense", 17, model => model.Then("Clip", [model.Float(-0.5f), model.Float(0.7f)])),
        ["Clip of one bound"] = ("Dense, Clip, Dense", 17, model => model.Then("Clip", [model.Float(-0.5f)])),
        ["Clip 0 6"] = ("Dense ReLU6, Dense", 17, model => model.Then("Clip", [model.Float(0), model.Float(6)])),
        ["Clip of old files"] = ("Dense, Clip, Dense", 10, model => model.Then("Clip", ("min", -0.25f), ("max", 0.5f))),
        ["Clip of old files without bound"] = ("Dense ReLU, Dense", 10, model => model.Then("Clip", ("min", 0f))),
        ["Max and Min"] = ("Dense, Clip, Dense", 17, model => model.Then("Max", [model.Float(-0.5f)]).Then("Min", [model.Float(0.25f)])),
        ["Relu and Min"] = ("Dense ReLU6, Dense", 17, model => model.Then("Relu").Then("Min", [model.Float(6)])),
        ["two in a row"] = ("Dense Tanh, Activation Sigmoid, Dense", 17, model => model.Then("Tanh").Then("Sigmoid")),
        ["a doubled value"] = ("Dense, Dense", 17, model => model.Node("Add", [model.Tensor, model.Tensor])),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_what_ONNX_Runtime_computes(string name)
    {
        (string layers, int opset, Action<ModelBuilder> add) = Cases[name];
        var model = new ModelBuilder(opset);
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 5), model.Random(5)]);
        add(model);
        model.Then("Gemm", [model.Random(5, 2), model.Random(2)]);

        model.ShouldAgree(spread: 4).Text().ShouldBe(layers);
    }

    [Theory]
    [InlineData("Softmax", "Dense Softmax")]
    [InlineData("Exp", "Dense Exp")]
    [InlineData("Sigmoid", "Dense Sigmoid")]
    public void The_last_is_that_of_the_output(string operation, string layers)
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then(operation);

        model.ShouldAgree().Text().ShouldBe(layers);
    }

    [Fact]
    public void Behind_a_pool_the_output_has_the_activation()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 4, 4).Then("MaxPool", ("kernel_shape", (int[])[2, 2]), ("strides", (int[])[2, 2])).Then("Tanh").Then("Flatten");
        model.Model.Graph.Node.RemoveAt(2);
        model.From("t2");

        model.ShouldAgree().Text().ShouldBe("MaxPool Tanh");
    }

    [Theory]
    [InlineData("Erf")]
    [InlineData("Log")]
    public void A_part_of_an_activation_alone_is_refused(string operation)
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then(operation);

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, operation, "Output = \"t2\"");
    }

    [Theory]
    [InlineData("LogSoftmax")]
    [InlineData("ThresholdedRelu")]
    [InlineData("Hardmax")]
    public void What_the_runtime_has_not_is_refused_by_name(string operation)
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then(operation);

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, operation, "node3", "opset 17", "Output = \"t2\"");
    }

    [Fact]
    public void A_gate_of_another_value_is_refused()
    {
        var model = new ModelBuilder();
        string value = model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Tensor;
        string gate = model.Then("Add", [model.Float(0.1f)]).Then("Sigmoid").Tensor;
        model.Node("Mul", [value, gate]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Branch, value, gate);
    }

    [Fact]
    public void An_approximation_is_no_GELU()
    {
        var model = new ModelBuilder(20);
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Gelu", ("approximate", "tanh"));

        model.Import().ShouldBeRefused(OnnxFaultCode.AttributeValue, "tanh");
    }

    /// <summary>A value meets a function of itself.</summary>
    private static ModelBuilder Twice(ModelBuilder model, Func<string, ModelBuilder, ModelBuilder> gate, string operation, bool isFirst = false)
    {
        string value = model.Tensor;
        string other = gate(value, model).Tensor;
        return model.Node(operation, isFirst || model.Model.Graph.Node.Count % 2 == 0 ? [value, other] : [other, value]);
    }

    private static void GeluOfHalf(ModelBuilder model)
    {
        string value = model.Tensor;
        string gate = model.Then("Div", [model.Float(MathF.Sqrt(2))]).Then("Erf").Then("Add", [model.Float(1)]).Tensor;
        string half = model.From(value).Then("Mul", [model.Float(0.5f)]).Tensor;
        model.Node("Mul", [half, gate]);
    }

    private static void SpelledSlopes(ModelBuilder model)
    {
        string value = model.Tensor;
        string positive = model.Then("Relu").Tensor;
        string negative = model.From(value).Then("Neg").Then("Relu").Then("Mul", [model.Random(5)]).Tensor;
        model.Node("Add", [positive, negative]);
    }
}
