using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Descriptions;

/// <summary>A layer says what it is: a dense one by its sizes alone, another one by its shapes and tensors.</summary>
public sealed class LayerDescriptionTests
{
    private static LayerDescription Dense => new("Dense", 4, 16, Activation.ReLU, 7);

    private static LayerDescription Filters => new("Conv", 28 * 28, 24 * 24 * 6, Activation.ReLU, 7)
    {
        InputShape = [28, 28, 1],
        OutputShape = [24, 24, 6],
        Tensors = [new TensorDescription(TensorDescription.Weight, 25, 150, 6, 5, 5, 1), new TensorDescription(TensorDescription.Bias, 0, 0, 6)],
        OperationsPerSample = 2L * 24 * 24 * 150,
    };

    [Fact]
    public void A_dense_layer_has_weights_and_biases_and_no_shapes_but_its_sizes()
    {
        Dense.InputShape.ShouldBe([4]);
        Dense.OutputShape.ShouldBe([16]);
        Dense.Tensors.Select(tensor => tensor.ToString()).ShouldBe(["weight [16, 4]", "bias [16]"]);
        Dense.Tensors.Select(tensor => (tensor.FanIn, tensor.FanOut, tensor.IsBias)).ShouldBe([(4, 16, false), (0, 0, true)]);
        (Dense.WeightCount, Dense.BiasCount, Dense.ParameterCount, Dense.OperationsPerSample).ShouldBe((64, 16, 80, 128L));
        Dense.Tensors.Sum(tensor => tensor.Count).ShouldBe(Dense.ParameterCount);
    }

    [Fact]
    public void Another_layer_counts_by_its_tensors() =>
        (Filters.WeightCount, Filters.BiasCount, Filters.ParameterCount, Filters.OperationsPerSample).ShouldBe((150, 6, 156, 172_800L));

    [Fact]
    public void A_layer_without_parameters_has_none()
    {
        LayerDescription pool = Filters with { Kind = "MaxPool", Tensors = [] };

        (pool.WeightCount, pool.BiasCount, pool.ParameterCount).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Layers_are_equal_by_value()
    {
        Filters.ShouldBe(Filters);
        Filters.GetHashCode().ShouldBe(Filters.GetHashCode());
        Filters.ShouldNotBe(Filters with { InputShape = [28, 1, 28] });
        Filters.ShouldNotBe(Filters with { Tensors = [Filters.Tensors[0]] });
        Dense.ShouldBe(Dense with { Tensors = Dense.Tensors, InputShape = [4] });
        Dense.ShouldNotBe(Dense with { ParameterOffset = 8 });
    }

    [Theory]
    [InlineData]
    [InlineData(3, 0)]
    [InlineData(-1)]
    public void A_tensor_has_extents_of_one_or_more(params int[] extents) =>
        Should.Throw<ArgumentException>(() => new TensorDescription("weight", 1, 1, extents)).Message
            .ShouldStartWith($"The tensor \"weight\" has the extents [{string.Join(", ", extents)}], but must have one or more, each 1 or more.");
}
