using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Operators that move values in the file move columns of weights here, or nothing.</summary>
public sealed class LayoutImportTests
{
    [Fact]
    public void Shape_arithmetic_flattens()
    {
        var model = new ModelBuilder();
        string image = model.Input(-1, 2, 3, 4).Then("Conv", [model.Random(5, 2, 1, 1)]).Then("Relu").Tensor;
        string batch = model.Then("Shape").Then("Gather", [model.Integer(0)], ("axis", 0)).Then("Unsqueeze", [model.Integers(0)]).Tensor;
        string shape = model.Node("Concat", [batch, model.Integers(-1)], ("axis", 0)).Tensor;
        model.Node("Reshape", [image, shape]).Then("Gemm", [model.Random(60, 2)]);

        model.ShouldAgree().Text().ShouldBe("Conv ReLU, Dense");
    }

    [Fact]
    public void Where_all_extents_are_equal_channels_are_moved_and_a_note_says_so()
    {
        var model = new ModelBuilder();
        model.Input(-1, 3, 3, 3).Then("Conv", [model.Random(4, 3, 2, 2)]).Then("Relu").Then("Flatten").Then("Gemm", [model.Random(16, 2)]);

        model.ShouldAgree().Notes.ShouldContain("Inputs have channels last: 3 × 3 × 3.");
    }

    [Fact]
    public void The_product_of_dimensions_flattens_too()
    {
        var model = new ModelBuilder();
        string input = model.Input(-1, 3, 4).Tensor;
        string shape = model.Then("Shape").Tensor;
        string batch = model.From(shape).Then("Slice", [model.Integers(0), model.Integers(1)]).Tensor;
        string rest = model.From(shape).Then("Slice", [model.Integers(1), model.Integers(3)]).Then("ReduceProd", ("keepdims", 1)).Tensor;
        string all = model.Node("Concat", [batch, rest], ("axis", 0)).Then("Cast", ("to", 7)).Tensor;
        model.Node("Reshape", [input, all]).Then("MatMul", [model.Random(12, 2)]);

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Theory]
    [InlineData(new[] { -1, 24 })]
    [InlineData(new[] { 0, -1 })]
    [InlineData(new[] { 1, 24 })]
    [InlineData(new[] { 1, -1 })]
    public void A_Reshape_that_keeps_the_batch_moves_nothing(int[] shape)
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 3, 4).Then("Reshape", [model.Integers([.. shape.Select(extent => (long)extent)])]).Then("MatMul", [model.Random(24, 3)]);

        model.ShouldAgree().Notes.ShouldContain("Left out: Reshape.");
    }

    [Fact]
    public void A_Transpose_before_a_dense_layer_goes_into_its_columns()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 3, 4).Then("Transpose", ("perm", (int[])[0, 3, 1, 2])).Then("Flatten").Then("Gemm", [model.Random(24, 3)]);

        ImportedNetwork network = model.ShouldAgree();

        network.Text().ShouldBe("Dense");
        network.Notes.ShouldContain("Inputs are in the order of the file: 2 × 3 × 4.");
    }

    [Fact]
    public void Dimensions_come_apart_and_together_again()
    {
        var model = new ModelBuilder(opset: 12);
        model.Input(-1, 12).Then("Reshape", [model.Integers(-1, 3, 4)]).Then("Transpose", ("perm", (int[])[0, 2, 1])).Then("Reshape", [model.Integers(-1, 2, 6)]);
        model.Then("Unsqueeze", ("axes", (int[])[1])).Then("Squeeze", ("axes", (int[])[1])).Then("Flatten").Then("Gemm", [model.Random(12, 3)]);

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Fact]
    public void Identity_Dropout_Cast_and_a_Concat_of_one_are_left_out()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Identity").Then("Dropout").Then("Cast", ("to", 1)).Then("Concat", ("axis", 1)).Then("Gemm", [model.Random(4, 3)]);

        model.ShouldAgree().Notes.ShouldContain("Left out: Identity, Dropout, Cast, Concat.");
    }

    [Fact]
    public void Dropout_that_drops_is_refused()
    {
        var model = new ModelBuilder();
        var train = new Protos.TensorProto { DataType = (int)OnnxElementType.Bool, Int32Data = { 1 } };
        string mode = model.Node("Constant", [], ("value", train)).Tensor;
        model.Input(-1, 4).Then("Dropout", [model.Float(0.5f), mode]).Then("Gemm", [model.Random(4, 3)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.AttributeValue, "training mode");
    }

    [Fact]
    public void The_mask_of_a_Dropout_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4);
        model.From(model.Make("Dropout", [model.Tensor], 2, "")[1]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, "Dropout");
    }

    [Fact]
    public void Samples_of_a_batch_that_are_put_together_are_refused()
    {
        var model = new ModelBuilder();
        model.Input(4, 6).Then("Gemm", [model.Random(6, 3)]).Then("Reshape", [model.Integers(2, 6)]).Then("Gemm", [model.Random(6, 3)]);

        model.Import().Network.ShouldBeNull();
    }

    [Fact]
    public void An_input_alone_is_no_network()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Identity").Then("Flatten");

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, "nothing is computed");
    }
}
