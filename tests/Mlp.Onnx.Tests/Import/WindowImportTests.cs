using System.Linq;
using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Convolutions and pools, whose channels are last here and first in the file.</summary>
public sealed class WindowImportTests
{
    [Theory]
    [InlineData("NOTSET", 1, 1, 1, new[] { 0, 0, 0, 0 })]
    [InlineData("NOTSET", 2, 1, 1, new[] { 1, 0, 2, 1 })]
    [InlineData("NOTSET", 1, 2, 1, new[] { 2, 2, 2, 2 })]
    [InlineData("SAME_UPPER", 1, 1, 1, null)]
    [InlineData("SAME_UPPER", 2, 1, 1, null)]
    [InlineData("SAME_UPPER", 3, 1, 2, null)]
    [InlineData("SAME_LOWER", 2, 1, 1, null)]
    [InlineData("VALID", 2, 1, 2, null)]
    [InlineData("NOTSET", 1, 1, 4, null)]
    public void A_convolution_has_its_padding_strides_dilations_and_groups(string auto, int stride, int dilation, int groups, int[]? pads)
    {
        var model = new ModelBuilder();
        model.Input(-1, 4, 9, 7).Then(
            "Conv",
            [model.Random(8, 4 / groups, 3, 2), model.Random(8)],
            [("auto_pad", auto), ("strides", (int[])[stride, 1]), ("dilations", (int[])[dilation, dilation]), ("group", groups), .. pads is null ? ((string, object)[])[] : [("pads", pads)]]);
        model.Then("Relu").Then("Flatten").Then("Gemm", [model.Random(FlatSize(model), 3)]);

        ImportedNetwork network = model.ShouldAgree();

        network.Text().ShouldBe("Conv ReLU, Dense");
        network.Description.Layers[0].InputShape.ShouldBe([9, 7, 4]);
        network.Notes.ShouldContain("Inputs have channels last: 9 × 7 × 4.");
    }

    [Theory]
    [InlineData("MaxPool", "NOTSET", 0, 0, null)]
    [InlineData("MaxPool", "NOTSET", 1, 0, null)]
    [InlineData("MaxPool", "SAME_UPPER", 0, 0, null)]
    [InlineData("MaxPool", "SAME_LOWER", 0, 0, null)]
    [InlineData("MaxPool", "NOTSET", 0, 0, new[] { 1, 1, 0, 1 })]
    [InlineData("MaxPool", "NOTSET", 1, 0, new[] { 1, 1, 1, 1 })]
    [InlineData("AveragePool", "NOTSET", 0, 0, null)]
    [InlineData("AveragePool", "NOTSET", 1, 0, null)]
    [InlineData("AveragePool", "SAME_UPPER", 0, 0, null)]
    [InlineData("AveragePool", "SAME_LOWER", 0, 0, null)]
    [InlineData("AveragePool", "NOTSET", 0, 0, new[] { 1, 1, 1, 1 })]
    [InlineData("AveragePool", "NOTSET", 0, 1, new[] { 1, 1, 1, 1 })]
    [InlineData("AveragePool", "NOTSET", 0, 1, null)]
    public void A_pool_has_its_padding_and_its_rounding(string operation, string auto, int ceil, int counts, int[]? pads)
    {
        var model = new ModelBuilder();
        model.Input(-1, 3, 8, 6).Then("Conv", [model.Random(4, 3, 1, 1)]).Then(
            operation,
            [("kernel_shape", (int[])[3, 2]), ("strides", (int[])[2, 2]), ("auto_pad", auto), ("ceil_mode", ceil), .. operation == "MaxPool" ? ((string, object)[])[] : [("count_include_pad", counts)], .. pads is null ? ((string, object)[])[] : [("pads", pads)]]);

        ImportedNetwork network = model.ShouldAgree();

        network.Text().ShouldBe(counts == 1 && pads is not null ? "Conv, Conv" : "Conv, " + operation);
        network.Notes.ShouldContain(note => note.StartsWith("Outputs have channels last: "));
    }

    [Theory]
    [InlineData("GlobalAveragePool", "GlobalAveragePool")]
    [InlineData("GlobalMaxPool", "MaxPool")]
    public void A_pool_of_everything_leaves_channels(string operation, string kind)
    {
        var model = new ModelBuilder();
        model.Input(-1, 3, 4, 5).Then("Conv", [model.Random(4, 3, 3, 3)]).Then("Relu").Then(operation).Then("Flatten").Then("Gemm", [model.Random(4, 2)]);

        model.ShouldAgree().Text().ShouldBe($"Conv ReLU, {kind}, Dense");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_mean_of_height_and_width_is_one_too(int keeps)
    {
        var model = new ModelBuilder();
        model.Input(-1, 3, 4, 5).Then("ReduceMean", ("axes", (int[])[2, -1]), ("keepdims", keeps));

        model.ShouldAgree().Text().ShouldBe("GlobalAveragePool");
    }

    [Fact]
    public void Sequences_have_one_axis()
    {
        var model = new ModelBuilder();
        model.Input(-1, 3, 12).Then("Conv", [model.Random(5, 3, 4), model.Random(5)], ("pads", (int[])[3, 0]), ("strides", (int[])[2])).Then("Relu");
        model.Then("MaxPool", ("kernel_shape", (int[])[2])).Then("Flatten").Then("Gemm", [model.Random(25, 2)]);

        ImportedNetwork network = model.ShouldAgree();

        network.Description.Layers.Select(layer => layer.OutputShape.Count).ShouldBe([2, 2, 1]);
        network.Notes.ShouldContain("Inputs have channels last: 12 × 3.");
    }

    [Fact]
    public void A_sequence_may_be_an_image_of_one_line_between_layers()
    {
        var model = new ModelBuilder(opset: 12);
        model.Input(-1, 12, 3).Then("Transpose", ("perm", (int[])[0, 2, 1])).Then("Unsqueeze", ("axes", (int[])[2]));
        model.Then("Conv", [model.Random(5, 3, 1, 3), model.Random(5)]).Then("Squeeze", ("axes", (int[])[2])).Then("Relu").Then("MaxPool", ("kernel_shape", (int[])[2]), ("strides", (int[])[2]));
        model.Then("Transpose", ("perm", (int[])[0, 2, 1])).Then("Reshape", [model.Integers(-1, 25)]).Then("MatMul", [model.Random(25, 2)]);

        model.ShouldAgree().Text().ShouldBe("Conv ReLU, MaxPool, Dense");
    }

    [Fact]
    public void Channels_last_in_the_file_are_channels_last_here()
    {
        var model = new ModelBuilder();
        model.Input(-1, 6, 5, 3).Then("Transpose", ("perm", (int[])[0, 3, 1, 2])).Then("Conv", [model.Random(4, 3, 2, 2), model.Random(4)]).Then("Relu");
        model.Then("MaxPool", ("kernel_shape", (int[])[2, 2]), ("strides", (int[])[2, 2])).Then("Transpose", ("perm", (int[])[0, 2, 3, 1])).Then("Reshape", [model.Integers(-1, 16)]).Then("MatMul", [model.Random(16, 3)]);

        ImportedNetwork network = model.ShouldAgree();

        network.Text().ShouldBe("Conv ReLU, MaxPool, Dense");
        network.Notes.ShouldContain("Inputs are in the order of the file: 6 × 5 × 3.");
    }

    [Fact]
    public void Values_in_a_row_may_become_an_image_of_one_channel()
    {
        var model = new ModelBuilder();
        model.Input(-1, 20).Then("Reshape", [model.Integers(-1, 1, 4, 5)]).Then("Conv", [model.Random(2, 1, 2, 2)]);

        model.ShouldAgree().Description.Layers[0].InputShape.ShouldBe([4, 5, 1]);
    }

    [Fact]
    public void Values_in_a_row_with_channels_in_front_are_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 40).Then("Reshape", [model.Integers(-1, 2, 4, 5)]).Then("Conv", [model.Random(2, 2, 2, 2)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "channels", "another order");
    }

    [Fact]
    public void An_image_put_in_a_row_is_no_output()
    {
        var model = new ModelBuilder();
        string image = model.Input(-1, 2, 4, 5).Then("Conv", [model.Random(2, 2, 2, 2)]).Tensor;
        model.Then("Flatten");

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "another order", $"Output = \"{image}\"");
    }

    [Fact]
    public void Zeros_of_a_Pad_are_the_padding_of_the_convolution_behind()
    {
        var model = new ModelBuilder();
        model.Input(-1, 6, 5, 2).Then("Pad", [model.Integers(0, 1, 0, 0, 0, 0, 2, 0)]).Then("Transpose", ("perm", (int[])[0, 3, 1, 2])).Then("Conv", [model.Random(3, 2, 3, 3)], ("pads", (int[])[0, 1, 1, 0]));

        model.ShouldAgree().Description.Layers.Single().Window!.PaddingBefore.ShouldBe([1, 1]);
    }

    [Fact]
    public void A_Pad_before_a_pool_is_taken_where_no_value_is_below_it()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 5).Then("Conv", [model.Random(3, 2, 2, 2)]).Then("Relu").Then("Pad", [model.Integers(0, 0, 1, 1, 0, 0, 1, 1)]).Then("MaxPool", ("kernel_shape", (int[])[3, 3]), ("strides", (int[])[2, 2]));

        model.ShouldAgree().Text().ShouldBe("Conv ReLU, MaxPool");
    }

    [Fact]
    public void A_Pad_before_a_pool_of_other_values_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 5).Then("Conv", [model.Random(3, 2, 2, 2)]).Then("Pad", [model.Integers(0, 0, 1, 1, 0, 0, 1, 1)]).Then("MaxPool", ("kernel_shape", (int[])[3, 3]));

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, "Pad", "below 0", "Output = \"");
    }

    [Theory]
    [InlineData("storage_order", 1)]
    [InlineData("dilations", new[] { 2, 2 })]
    public void Pools_of_another_kind_are_refused(string name, object value)
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 5).Then("MaxPool", ("kernel_shape", (int[])[2, 2]), (name, value));

        model.Import().ShouldBeRefused(OnnxFaultCode.AttributeValue, name);
    }

    [Fact]
    public void The_places_of_largest_values_are_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 5);
        string[] outputs = model.Make("MaxPool", [model.Tensor], 2, "", ("kernel_shape", (int[])[2, 2]));
        model.From(outputs[1]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, "MaxPool", outputs[1]);
    }

    [Theory]
    [InlineData("Conv")]
    [InlineData("MaxPool")]
    [InlineData("GlobalAveragePool")]
    [InlineData("GlobalMaxPool")]
    public void Three_axes_are_refused(string operation)
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 5, 5, 5).Then(operation, operation == "Conv" ? [model.Random(3, 2, 2, 2, 2)] : [], operation == "MaxPool" ? [("kernel_shape", (int[])[2, 2, 2])] : []);

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "3 dimensions");
    }

    [Theory]
    [InlineData(13)]
    [InlineData(18)]
    public void A_mean_over_an_empty_list_of_axes_is_one_over_all(int opset)
    {
        var model = new ModelBuilder(opset);
        model.Input(1, 4);
        model = opset < 18 ? model.Then("ReduceMean", ("axes", (int[])[])) : model.Then("ReduceMean", [model.Integers()]);

        model.ShouldAgree().Description.Layers[^1].Outputs.ShouldBe(1);
    }

    [Theory]
    [InlineData("MaxPool", 65536, 1, "which is more than")]
    [InlineData("AveragePool", 7000, 1, "weights")]
    [InlineData("MaxPool", 2, int.MaxValue, "strides")]
    public void Windows_past_every_limit_are_refused(string operation, int kernel, int stride, string words)
    {
        var model = new ModelBuilder();
        int[] pads = [kernel - 1, kernel - 1, kernel - 1, kernel - 1];
        model.Input(-1, 2, 5, 5).Then(operation, [], ("kernel_shape", (int[])[kernel, kernel]), ("strides", (int[])[stride, stride]), ("pads", pads), ("count_include_pad", operation == "AveragePool" ? 1 : 0));

        model.Import().ShouldBeRefused(words == "strides" ? OnnxFaultCode.AttributeValue : OnnxFaultCode.TooLarge, operation, words, "64000000");
    }

    // What is left of the convolution, as the file's Gemm takes it.
    private static int FlatSize(ModelBuilder model)
    {
        string name = model.Tensor;
        LayerDescription layer = model.From("t3").Import().ShouldBeNetwork().Description.Layers[0];
        model.From(name);
        return layer.Outputs;
    }
}
