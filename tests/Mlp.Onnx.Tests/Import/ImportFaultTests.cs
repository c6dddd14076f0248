using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>What is not covered is refused with its code, and in words that name the place.</summary>
public sealed class ImportFaultTests
{
    [Fact]
    public void Two_computed_tensors_that_meet_are_a_branch()
    {
        var model = new ModelBuilder();
        string first = model.Input(-1, 4).Then("Gemm", [model.Random(4, 4)]).Then("Relu").Tensor;
        string second = model.Then("Gemm", [model.Random(4, 4)]).Tensor;
        model.Node("Add", [first, second]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Branch, first, second, "Output = \"");
    }

    [Fact]
    public void Two_inputs_that_meet_are_named()
    {
        var model = new ModelBuilder();
        model.Input("state", OnnxElementType.Float, -1, 4).Input("mask", OnnxElementType.Float, -1, 4).Node("Mul", ["state", "mask"]);

        model.Import().ShouldBeRefused(OnnxFaultCode.SeveralInputs, "\"state\"", "\"mask\"");
    }

    [Fact]
    public void An_input_that_is_not_needed_is_no_matter()
    {
        var model = new ModelBuilder();
        model.Input("mask", OnnxElementType.Float, -1, -2, 4).Input(-1, 4).Then("Gemm", [model.Random(4, 3)]);

        model.Import().ShouldBeNetwork().Notes.ShouldContain("Not needed: the input \"mask\".");
    }

    [Fact]
    public void Another_open_dimension_than_the_batch_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, -2, 4).Then("MatMul", [model.Random(4, 3)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.DynamicDimension, "\"x\"", "\"d2\"");
    }

    [Fact]
    public void Weights_that_are_computed_are_refused()
    {
        var model = new ModelBuilder();
        string weights = model.Input(-1, 4).Then("Shape").Then("Cast", ("to", 1)).Tensor;
        model.Node("Mul", ["x", weights]);

        model.Import().ShouldBeRefused(OnnxFaultCode.ComputedWeights, weights);
    }

    [Theory]
    [InlineData("If", OnnxFaultCode.ControlFlow)]
    [InlineData("Loop", OnnxFaultCode.ControlFlow)]
    [InlineData("DynamicQuantizeLinear", OnnxFaultCode.Quantized)]
    [InlineData("QLinearConv", OnnxFaultCode.Quantized)]
    [InlineData("MatMulInteger", OnnxFaultCode.Quantized)]
    [InlineData("LSTM", OnnxFaultCode.Operator)]
    [InlineData("ConvTranspose", OnnxFaultCode.Operator)]
    [InlineData("RandomNormalLike", OnnxFaultCode.Operator)]
    [InlineData("TopK", OnnxFaultCode.Operator)]
    [InlineData("Einsum", OnnxFaultCode.Operator)]
    internal void Operators_that_no_layer_does_are_named_with_the_last_tensor_before(string operation, OnnxFaultCode code)
    {
        var model = new ModelBuilder();
        string before = model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Relu").Tensor;
        model.Then(operation).Then("Tanh");

        model.Import().ShouldBeRefused(code, operation, "\"node4\"", "opset 17", $"Output = \"{before}\"");
    }

    [Fact]
    public void An_operator_of_another_domain_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4);
        model.Make("FusedGemm", [model.Tensor, model.Random(4, 3)], 1, "com.microsoft");

        model.Import().ShouldBeRefused(OnnxFaultCode.Version, "com.microsoft", "FusedGemm");
    }

    [Fact]
    public void An_operator_that_is_not_supported_is_said_before_an_open_dimension()
    {
        var model = new ModelBuilder();
        model.Input(-1, -2, 4).Then("LSTM", [model.Random(1, 4, 4), model.Random(1, 4, 1)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, "LSTM");
    }

    [Fact]
    public void A_Gemm_that_turns_a_batch_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)], ("transA", 1));

        model.Import().Fault!.Code.ShouldBe(OnnxFaultCode.Shape);
    }

    [Fact]
    public void Weights_of_float64_need_consent()
    {
        var model = new ModelBuilder();
        model.Input("x", OnnxElementType.Double, -1, 2).Then("MatMul", [model.Doubles([1, 2], 2, 1)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.ElementType, "Double");
        model.Import(allowDouble: true).ShouldBeNetwork().Tensors[0].ShouldBe([1, 2]);
    }

    [Fact]
    public void An_input_of_integers_needs_consent()
    {
        var model = new ModelBuilder();
        model.Input("x", OnnxElementType.Int64, -1, 2).Then("Cast", ("to", 1)).Then("MatMul", [model.Floats([1, 2], 2, 1)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.ElementType, "Int64");
        model.Import(allowDouble: true).ShouldBeNetwork().Notes.ShouldContain("Inputs are floats here, and Int64 in the file.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_mean_of_integers_is_refused_until_they_are_floats(bool isCast)
    {
        var model = new ModelBuilder();
        model.Input("x", OnnxElementType.Int64, -1, 2, 3).Then("Transpose", ("perm", new[] { 0, 2, 1 })).Then("Relu").Then("Add", [model.Integer(1)]);
        string before = model.Then(isCast ? "Cast" : "Identity", isCast ? [("to", 1)] : []).Tensor;
        model.Then("ReduceMean", ("axes", new[] { 2 }));

        if (isCast)
        {
            model.Import(allowDouble: true).ShouldBeNetwork();
        }
        else
        {
            model.Import(allowDouble: true).ShouldBeRefused(OnnxFaultCode.Operator, "ReduceMean", "mean of integers", $"Output = \"{before}\"");
        }
    }

    [Fact]
    public void Sums_of_a_short_type_are_refused_for_they_begin_anew_beyond_its_ends()
    {
        var model = new ModelBuilder();
        model.Input("x", OnnxElementType.UInt8, -1, 3).Then("Sub", [model.Integer(1)]);

        model.Import(allowDouble: true).ShouldBeRefused(OnnxFaultCode.ElementType, "Sub", "UInt8");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_no_number_is_named(float value)
    {
        var model = new ModelBuilder();
        string weights = model.Floats([1, value], 2, 1);
        model.Input(-1, 2).Then("MatMul", [weights]);

        model.Import().ShouldBeRefused(OnnxFaultCode.NonFinite, $"\"{weights}\"", "value 1");
    }

    [Fact]
    public void Weights_that_do_not_fit_are_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 5).Then("MatMul", [model.Random(4, 3)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "batch, 5", "4 values");
    }

    [Fact]
    public void An_output_that_no_node_makes_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Relu").From("nowhere");

        model.Import().ShouldBeRefused(OnnxFaultCode.NoSuchOutput, "nowhere");
    }

    [Fact]
    public void A_node_that_depends_on_its_result_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Node("Add", ["x", "t2"]).Node("Relu", ["t1"]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "depends on its own result");
    }

    [Fact]
    public void More_layers_than_a_network_has_are_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4);
        for (int layer = 0; layer < 3000; layer++)
        {
            model.Then(layer % 2 == 0 ? "Tanh" : "Sigmoid");
        }

        model.Import().ShouldBeRefused(OnnxFaultCode.TooLarge, "512");
    }

    [Fact]
    public void Outputs_that_the_file_names_come_first_and_constants_not_at_all()
    {
        var model = new ModelBuilder();
        model.Node("Sqrt", [model.Positive(3)]);
        string first = model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Tensor;
        string last = model.Then("Relu").Tensor;

        OnnxContents contents = OnnxImport.Of(model.Graph(), allowDouble: false);

        contents.Outputs.Select(output => (output.Name, output.IsFinal, output.Shape)).ShouldBe([(last, true, "[3]"), (first, false, "[3]")]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Some_samples_of_a_batch_of_single_numbers_are_refused(int start, int end)
    {
        var model = new ModelBuilder();
        model.Input(2, 4).Then("Gemm", [model.Random(4, 1)]).Then("Slice", [model.Integers(start), model.Integers(end), model.Integers(0)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.DynamicDimension, "some samples of a batch");
    }

    [Fact]
    public void A_division_of_integers_drops_the_rest_and_is_refused()
    {
        var model = new ModelBuilder();
        model.Input("x", OnnxElementType.Int64, -1, 4).Then("Div", [model.Integers(2)]).Then("Cast", ("to", 1));

        model.Import(allowDouble: true).ShouldBeRefused(OnnxFaultCode.Operator, "Div", "integers");
    }

    [Fact]
    public void A_tensor_that_meets_itself_is_named_once()
    {
        var model = new ModelBuilder();
        string tensor = model.Input(-1, 4).Then("Gemm", [model.Random(4, 4)]).Tensor;
        model.Node("Mul", [tensor, tensor]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Branch, $"joins \"{tensor}\" with itself");
    }

    [Theory]
    [InlineData(float.NegativeInfinity, 1f)]
    [InlineData(-1f, float.PositiveInfinity)]
    public void A_bound_that_is_none_is_no_bound_that_is_near(float low, float high)
    {
        var model = new ModelBuilder();
        string clipped = model.Input(-1, 4).Then("Clip", [model.Float(low), model.Float(high)]).Tensor;
        string narrower = model.Then("Clip", [model.Float(-1), model.Float(1)]).Tensor;
        model.Node("Add", [clipped, narrower]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Branch, clipped, narrower);
    }
}
