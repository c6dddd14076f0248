using System;
using System.Linq;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>Descriptions that no layer can have: each refusal names the layer by its kind and shapes, and says what is wrong.</summary>
public sealed class LayerRefusalTests
{
    private static readonly LayerDescription Conv = Layer("6x5x4 | Conv 6 3x2 groups 2");

    private static readonly LayerDescription Pool = Layer("6x5x4 | MaxPool 3x2");

    private static WindowDescription Window => Conv.Window!;

    private static WindowDescription PoolWindow => Pool.Window!;

    [Fact]
    public void What_these_tests_start_from_is_a_layer()
    {
        Made(Conv);
        Made(Pool);
    }

    [Fact]
    public void No_window()
    {
        Refused(Conv with { Window = null }).ShouldStartWith("The Conv layer from [6, 5, 4] to [4, 4, 6] has no window, but must have one.");
        Refused(Pool with { Kind = "AveragePool", Window = null }).ShouldStartWith("The AveragePool layer from [6, 5, 4] to [2, 2, 4] has no window, but must have one.");
    }

    [Fact]
    public void A_window_of_other_axes()
    {
        Refused(Conv with { Window = Window with { Strides = [1] } }).ShouldContain("has Strides [1], but must have 2 numbers, each 1 or more");
        Refused(Conv with { Window = Window with { Kernel = [3, 2, 1] } }).ShouldContain("has Kernel [3, 2, 1], but must have 2 numbers, each 1 or more");
    }

    [Fact]
    public void Numbers_of_a_window_out_of_range()
    {
        Refused(Conv with { Window = Window with { Kernel = [3, 0] } }).ShouldContain("has Kernel [3, 0]");
        Refused(Conv with { Window = Window with { Strides = [0, 1] } }).ShouldContain("has Strides [0, 1]");
        Refused(Conv with { Window = Window with { Dilations = [1, -1] } }).ShouldContain("has Dilations [1, -1]");
        Refused(Conv with { Window = Window with { PaddingBefore = [-1, 0] } }).ShouldContain("has PaddingBefore [-1, 0], but must have 2 numbers, each 0 or more");
    }

    [Fact]
    public void Shapes_that_are_not_of_so_many_values()
    {
        Refused(Conv with { InputShape = [6, 5, 3] }).ShouldContain("takes 120 values and makes 96, which must be those of its shapes");
        Refused(Conv with { OutputShape = [65536, 65536, 96] }).ShouldContain("which must be those of its shapes");
        Refused(Conv with { OutputShape = [] }).ShouldContain("which must be those of its shapes");
        Refused(Pool with { OutputShape = [-4, -4, 1] }).ShouldContain("which must be those of its shapes");
        Refused(Layer("4x3 | GlobalAveragePool") with { InputShape = [5, 3] }).ShouldContain("takes 12 values and makes 3");
    }

    [Fact]
    public void Shapes_without_positions()
    {
        Refused(Conv with { InputShape = [120] }).ShouldContain("goes over one axis or two and channels, and leaves as many");
        Refused(Conv with { OutputShape = [16, 6] }).ShouldContain("goes over one axis or two and channels, and leaves as many");
    }

    [Fact]
    public void Groups_that_do_not_divide()
    {
        Refused(Conv with { Window = Window with { Groups = 3 } }).ShouldContain("has 3 groups, which must divide the channels of both");
        Refused(Conv with { Window = Window with { Groups = 0 } }).ShouldContain("has 0 groups, which must divide the channels of both");
    }

    [Fact]
    public void Tensors_of_another_convolution()
    {
        Refused(Conv with { Window = Window with { Groups = 1 } }).ShouldContain("must have weights [6, 4, 3, 2] and biases [6], and no axis of them in parts");
        Refused(Conv, new TensorLayout(0, [2, 3, 2, 3, 2], [3, 1, 64, 32, 16]), new TensorLayout(192, [6], [1])).ShouldContain("and no axis of them in parts");
    }

    [Fact]
    public void Filters_that_are_not_side_by_side() => Refused(Conv, new TensorLayout(0, [6, 2, 3, 2], [12, 6, 2, 1]), new TensorLayout(72, [6], [1]))
        .ShouldStartWith("Weights have the strides [12, 6, 2, 1] and biases [1], but both first ones must be 1: filters stand side by side.");

    [Fact]
    public void A_pool_of_other_channels() => Refused(Pool with { OutputShape = [2, 4, 2] }).ShouldContain("must leave the channels as they are");

    [Fact]
    public void A_pool_with_groups_or_holes()
    {
        Refused(Pool with { Window = PoolWindow with { Groups = 2 } }).ShouldContain("is a pool, and can have neither groups nor dilation");
        Refused(Pool with { Window = PoolWindow with { Dilations = [1, 2] } }).ShouldContain("is a pool, and can have neither groups nor dilation");
    }

    [Fact]
    public void A_pool_beside_the_sample()
    {
        Refused(Pool with { Window = PoolWindow with { PaddingBefore = [3, 0] } }).ShouldContain("has a window wholly outside the sample");
        Refused(Pool with { Window = PoolWindow with { Strides = [3, 5] } }).ShouldContain("has a window wholly outside the sample");
    }

    [Fact]
    public void A_global_average_that_leaves_more() => Refused(Layer("4x3 | GlobalAveragePool") with { OutputShape = [1, 3] }).ShouldContain("must leave the channels and nothing else");

    [Theory]
    [InlineData("4x3 | Activation Tanh")]
    [InlineData("4x3 | Affine 1 2")]
    [InlineData("4x3 | Clip -1 1")]
    [InlineData("4x3 | PReLU")]
    [InlineData("4x3 | Dropout 0.5")]
    public void Another_shape_behind_what_goes_value_by_value(string text) => Refused(Layer(text) with { OutputShape = [12] }).ShouldContain("must leave the shape as it is");

    [Theory]
    [InlineData("4x3 | Affine 1")]
    [InlineData("4x3 | Affine 1,2 1,2")]
    [InlineData("4x3 | Affine 1,2,3 1")]
    public void Another_number_of_scales(string text) => Refused(Layer(text)).ShouldContain("but must have a scale and an offset for each of its 3 channels, or one of each");

    [Theory]
    [InlineData("4x3 | Clip 1 -1")]
    [InlineData("4x3 | Clip 1 1")]
    [InlineData("4x3 | Clip NaN 1")]
    [InlineData("4x3 | Clip 1")]
    public void Ends_that_are_no_range(string text) => Refused(Layer(text)).ShouldContain("but must have a low one and then a higher one");

    [Theory]
    [InlineData("4x3 | Dropout 1")]
    [InlineData("4x3 | Dropout -0.5")]
    [InlineData("4x3 | Dropout NaN")]
    [InlineData("4x3 | Dropout 0.5 0.5")]
    public void A_probability_that_leaves_nothing_or_is_none(string text) => Refused(Layer(text)).ShouldContain("but must have one probability from 0 to below 1");

    [Fact]
    public void Something_to_learn_where_nothing_is() =>
        Refused(Pool with { Tensors = [new TensorDescription(TensorDescription.Bias, 0, 0, 3)] }).ShouldContain("has tensors, but nothing to learn");

    [Fact]
    public void An_activation_where_none_is() => Should.Throw<ArgumentException>(() => new InterpretedCase(
            new NetworkDescription([Pool with { Activation = Activation.ReLU }, new LayerDescription("Dense", 16, 1, Activation.Identity, 0)], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform), StorageOrder.Mixed))
        .Message.ShouldContain("has the activation \"ReLU\", but ends with none");

    private static LayerDescription Layer(string text) => LayerText.Network(text).Layers[0];

    private static void Made(LayerDescription layer) => _ = new InterpretedNetwork(Network(layer), Stored(layer));

    private static string Refused(LayerDescription layer) => Refused(layer, Stored(layer));

    private static string Refused(LayerDescription layer, params StoredTensor[] tensors) =>
        Should.Throw<ArgumentException>(() => new InterpretedNetwork(Network(layer), tensors)).Message;

    private static NetworkDescription Network(LayerDescription layer) => new([layer], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);

    // Filters side by side: the first axis is the fastest.
    private static StoredTensor[] Stored(LayerDescription layer) =>
    [
        .. layer.Tensors.Select(tensor =>
        {
            int[] strides = [.. tensor.Extents.Select((_, axis) => tensor.Extents.Take(axis).Aggregate(1, (product, extent) => product * extent))];
            return (StoredTensor)new TensorLayout(0, [.. tensor.Extents], strides);
        }),
    ];
}
