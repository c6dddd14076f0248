using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Scales and offsets go into the layers beside them, where no digit is lost, or are a layer.</summary>
public sealed class AffineImportTests
{
    [Fact]
    public void Before_a_dense_layer_they_go_into_it()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Sub", [model.Random(4)]).Then("Div", [model.Positive(4)]).Then("Gemm", [model.Random(4, 3), model.Random(3)]).Then("Relu");

        ImportedNetwork network = model.ShouldAgree();

        network.Text().ShouldBe("Dense ReLU");
        network.Notes.ShouldContain("Sub \"node2\", Div \"node4\" are folded into layer 1, Dense.");
    }

    [Fact]
    public void Behind_a_dense_layer_they_go_into_it()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3), model.Random(3)]).Then("Div", [model.Positive(3)]).Then("Neg").Then("Sub", [model.Random(1, 3)]);

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Fact]
    public void A_constant_may_be_what_is_subtracted_from()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Tanh");
        model.Node("Sub", [model.Random(3), model.Tensor]);

        model.ShouldAgree().Text().ShouldBe("Dense Tanh, Affine");
    }

    [Fact]
    public void Between_activations_they_are_a_layer()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Tanh").Then("Mul", [model.Float(2)]).Then("Add", [model.Float(1)]).Then("Relu").Then("Gemm", [model.Random(3, 2)]);

        model.ShouldAgree().Text().ShouldBe("Dense Tanh, Affine, Activation ReLU, Dense");
    }

    [Fact]
    public void Where_the_offset_is_large_no_digit_is_lost()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Sub", [model.Floats([1000, 1001, -2000, 500], 4)]).Then("Div", [model.Float(0.5f)]).Then("Gemm", [model.Random(4, 3)]);

        model.ShouldAgree().Text().ShouldBe("Affine, Dense");
    }

    [Theory]
    [InlineData(17, 1e-5f)]
    [InlineData(6, 0.01f)]
    public void BatchNormalization_behind_a_convolution_goes_into_it(int opset, float epsilon)
    {
        var model = new ModelBuilder(opset);
        model.Input(1, 2, 5, 6).Then("Conv", [model.Random(3, 2, 3, 3)], ("pads", (int[])[1, 1, 1, 1]));
        model.Then("BatchNormalization", [model.Random(3), model.Random(3), model.Random(3), model.Positive(3)], [("epsilon", epsilon), .. opset < 7 ? ((string, object)[])[("is_test", 1)] : []]).Then("Relu");

        ImportedNetwork network = opset < 7 ? model.Import().ShouldBeNetwork() : model.ShouldAgree();

        network.Text().ShouldBe("Conv ReLU");
        network.Notes.ShouldContain(note => note.Contains("BatchNormalization") && note.EndsWith("folded into layer 1, Conv."));
    }

    [Fact]
    public void BatchNormalization_of_flat_values_goes_into_the_dense_layer_behind()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 6).Then("Conv", [model.Random(3, 2, 3, 3)]).Then("Relu").Then("Flatten");
        model.Then("BatchNormalization", [model.Random(36), model.Random(36), model.Random(36), model.Positive(36)]).Then("Gemm", [model.Random(36, 2)]);

        model.ShouldAgree().Text().ShouldBe("Conv ReLU, Dense");
    }

    [Fact]
    public void Before_a_convolution_without_padding_they_go_into_it()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4, 5, 6).Then("Sub", [model.Random(4, 1, 1)]).Then("Mul", [model.Positive(1, 4, 1, 1)]).Then("Conv", [model.Random(6, 2, 3, 3), model.Random(6)], ("group", 2));

        model.ShouldAgree().Text().ShouldBe("Conv");
    }

    [Theory]
    [InlineData("SAME_UPPER")]
    [InlineData("SAME_LOWER")]
    public void Zeros_around_a_convolution_stay_zeros(string auto)
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 6).Then("Sub", [model.Random(2, 1, 1)]).Then("Conv", [model.Random(3, 2, 2, 3)], ("auto_pad", auto));

        model.ShouldAgree().Text().ShouldBe("Affine, Conv");
    }

    [Fact]
    public void A_scale_alone_leaves_zeros_as_they_are()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 6).Then("Div", [model.Float(255)]).Then("Conv", [model.Random(3, 2, 2, 3)], ("pads", (int[])[1, 1, 1, 1]));

        model.ShouldAgree().Text().ShouldBe("Conv");
    }

    [Fact]
    public void Padding_behind_the_sample_alone_is_padding()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 6).Then("Sub", [model.Random(2, 1, 1)]).Then("Conv", [model.Random(3, 2, 2, 3)], ("pads", (int[])[0, 0, 1, 0]));

        model.ShouldAgree().Text().ShouldBe("Affine, Conv");
    }

    [Fact]
    public void A_bias_of_old_files_meets_its_channels()
    {
        var model = new ModelBuilder(opset: 8);
        model.Input(1, 1, 6, 6).Then("Conv", [model.Random(3, 1, 3, 3)]).Then("Add", [model.Random(3, 1, 1)]).Then("Relu");

        model.ShouldAgree().Text().ShouldBe("Conv ReLU");
    }

    [Fact]
    public void Before_opset_7_an_attribute_says_which_dimension_is_met()
    {
        var model = new ModelBuilder(opset: 6);
        model.Input(1, 2, 4, 4).Then("Conv", [model.Random(3, 2, 2, 2)]).Then("Add", [model.Floats([1, 2, 3], 3)], ("broadcast", 1), ("axis", 1));

        model.Import().ShouldBeNetwork().Tensors[1].ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Numbers_for_each_pixel_do_not_fit_a_convolution()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 4, 4).Then("Sub", [model.Random(2, 4, 4)]).Then("Conv", [model.Random(3, 2, 2, 2)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "Conv", "Affine");
    }

    [Fact]
    public void Training_mode_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 3).Then("BatchNormalization", [model.Random(3), model.Random(3), model.Random(3), model.Positive(3)], ("training_mode", 1));

        model.Import().ShouldBeRefused(OnnxFaultCode.AttributeValue, "training mode");
    }

    [Fact]
    public void A_scaler_of_scikit_learn_goes_into_the_layer_behind()
    {
        var model = new ModelBuilder();
        model.Input(-1, 3);
        model.Make("Scaler", [model.Tensor], 1, "ai.onnx.ml", ("offset", (float[])[1, 2, 3]), ("scale", (float[])[0.5f, 0.25f, 2]));
        model.Then("MatMul", [model.Random(3, 2)]).Then("Add", [model.Random(2)]);

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Fact]
    public void Constants_that_are_computed_of_constants_are_constants()
    {
        var model = new ModelBuilder(opset: 12);
        string root = model.Node("Sqrt", [model.Positive(3)]).Node("Unsqueeze", [model.Tensor], ("axes", (int[])[0])).Tensor;
        string turned = model.Node("Transpose", [model.Random(3, 4)], ("perm", (int[])[1, 0])).Node("Identity", [model.Tensor]).Tensor;
        model.Input(-1, 4).Then("MatMul", [turned]).Then("Div", [root]);

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Fact]
    public void Dividing_by_zero_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2).Then("Div", [model.Floats([1, 0], 2)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.NonFinite, "divides by 0");
    }

    [Theory]
    [InlineData("Max", "Clip")]
    [InlineData("Min", "Clip")]
    [InlineData("Add", "Affine")]
    public void A_number_with_more_dimensions_gives_them_to_what_it_meets(string operation, string layer)
    {
        var model = new ModelBuilder();
        model.Input(-1, 3, 4, 4).Then(operation, [model.Floats([0.5f], 1, 1, 1, 1, 1)]).Then("ReduceMean", ("axes", (int[])[3, 4]));

        model.ShouldAgree().Text().ShouldStartWith(layer);
    }
}
