using System.Linq;
using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Gemm and MatMul in all their ways are dense layers, or convolutions along what is in front of the values.</summary>
public sealed class DenseImportTests
{
    [Theory]
    [InlineData(0, 1f, 1f)]
    [InlineData(1, 1f, 1f)]
    [InlineData(1, 0.5f, 1f)]
    [InlineData(0, 2f, -3f)]
    [InlineData(1, 1f, 0f)]
    public void Gemm_has_its_weights_either_way_and_its_factors_in_the_numbers(int transB, float alpha, float beta)
    {
        var model = new ModelBuilder();
        model.Input(-1, 5).Then("Gemm", [model.Random(transB == 1 ? [3, 5] : [5, 3]), model.Random(3)], ("transB", transB), ("alpha", alpha), ("beta", beta));

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Fact]
    public void Weights_that_stand_as_rows_are_the_numbers_of_the_file()
    {
        var model = new ModelBuilder();
        string weights = model.Floats([1, 2, 3, 4, 5, 6], 3, 2);
        model.Input(-1, 2).Then("Gemm", [weights], ("transB", 1));

        model.ShouldAgree().Tensors[0].ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Theory]
    [InlineData()]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1, 3)]
    public void The_summand_of_a_Gemm_may_be_a_number_a_list_or_a_row(params int[] extents)
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3), model.Random(extents)]);

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MatMul_and_Add_either_way_round_are_a_dense_layer_with_an_activation(bool isRight)
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("MatMul", [model.Random(4, 6)]);
        string bias = model.Random(6);
        model.Node("Add", isRight ? [model.Tensor, bias] : [bias, model.Tensor]).Then("Relu").Then("MatMul", [model.Random(6, 2)]).Then("Add", [model.Random(1, 2)]);

        model.ShouldAgree().Text().ShouldBe("Dense ReLU, Dense");
    }

    [Fact]
    public void Weights_may_stand_on_the_left_of_a_column()
    {
        var model = new ModelBuilder();
        model.Input(4, 1);
        model.Node("MatMul", [model.Random(3, 4), model.Tensor]).Then("Add", [model.Random(3, 1)]).Then("Tanh");
        model.Node("MatMul", [model.Random(2, 3), model.Tensor]);

        model.ShouldAgree().Text().ShouldBe("Dense Tanh, Dense");
    }

    [Fact]
    public void Gemm_may_have_its_weights_on_the_left_and_turn_the_column()
    {
        var model = new ModelBuilder();
        model.Input(1, 4);
        model.Node("Gemm", [model.Random(4, 3), model.Tensor], ("transA", 1), ("transB", 1));

        model.ShouldAgree().Text().ShouldBe("Dense");
    }

    [Fact]
    public void An_input_may_have_no_batch()
    {
        var model = new ModelBuilder();
        model.Input(4).Then("MatMul", [model.Random(4, 3)]).Then("Sigmoid");

        model.ShouldAgree().Text().ShouldBe("Dense Sigmoid");
    }

    [Fact]
    public void A_batch_that_was_written_down_with_a_number_is_a_batch()
    {
        var model = new ModelBuilder();
        model.Input(4, 10).Then("Gemm", [model.Random(8, 10), model.Random(8)], ("transB", 1));

        model.Import().ShouldBeNetwork().Description.Layers.Single().Inputs.ShouldBe(10);
    }

    [Fact]
    public void Weights_at_each_position_are_a_convolution()
    {
        var model = new ModelBuilder();
        model.Input(-1, 5, 4).Then("MatMul", [model.Random(4, 3)]).Then("Add", [model.Random(3)]).Then("Relu").Then("Flatten").Then("Gemm", [model.Random(15, 2)]);

        model.ShouldAgree().Text().ShouldBe("Conv ReLU, Dense");
    }

    [Fact]
    public void A_convolution_over_all_that_arrives_is_a_dense_layer()
    {
        var model = new ModelBuilder();
        model.Input(1, 2, 3, 4).Then("Conv", [model.Random(6, 2, 3, 4), model.Random(6)]).Then("Relu").Then("Conv", [model.Random(2, 6, 1, 1)]).Then("Flatten");

        model.ShouldAgree().Text().ShouldBe("Dense ReLU, Dense");
    }

    [Fact]
    public void A_convolution_over_images_that_were_pooled_takes_its_columns_from_channels_last()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 6, 6).Then("Conv", [model.Random(3, 2, 3, 3), model.Random(3)]).Then("Relu").Then("Conv", [model.Random(5, 3, 4, 4), model.Random(5)]).Then("Flatten");

        model.ShouldAgree().Text().ShouldBe("Conv ReLU, Dense");
    }

    [Fact]
    public void The_same_tensor_is_the_same_array_in_all_networks()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(3, 4)], ("transB", 1)).Then("Relu").Then("Gemm", [model.Random(2, 3)], ("transB", 1));

        OnnxContents contents = OnnxImport.Of(model.Graph(), allowDouble: false);

        contents.Outputs.Select(output => output.Network!.Tensors[0]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Some_outputs_of_a_dense_layer_are_a_dense_layer_of_fewer()
    {
        var model = new ModelBuilder(opset: 13);
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 6), model.Random(6)]);
        string[] parts = model.Make("Split", [model.Tensor, model.Integers(2, 4)], 2, "", ("axis", 1));
        model.From(parts[1]).Then("Tanh").Then("Slice", [model.Integers(1), model.Integers(3), model.Integers(-1)]);

        model.ShouldAgree().Text().ShouldBe("Dense Tanh");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_by_a_matrix_of_more_dimensions_becomes_a_tensor_of_as_many_less_one(bool isLeft)
    {
        var model = new ModelBuilder();
        string list = model.Input(1, 4).Then("Squeeze", [model.Integers(0)]).Tensor;
        model = isLeft ? model.Node("MatMul", [model.Random(1, 1, 3, 4), list]) : model.Then("MatMul", [model.Random(1, 1, 4, 3)]);
        model.Then("Transpose", ("perm", (int[])[2, 0, 1])).Then("Relu");

        model.ShouldAgree().Text().ShouldBe("Dense ReLU");
    }
}
