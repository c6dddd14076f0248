using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Layers;

namespace Mlp.Behaviour.Tests.DrawnStacks;

/// <summary>What at least one of the drawn networks must have, each with a name that a failure tells.</summary>
internal static class StackFeatures
{
    public static IReadOnlyDictionary<string, Func<NetworkModel, bool>> All { get; } = new Dictionary<string, Func<NetworkModel, bool>>(Features());

    private static IEnumerable<KeyValuePair<string, Func<NetworkModel, bool>>> Features() =>
    [
        new("a sequence", network => network.Layers[0].Input.Extents.Count == 2),
        new("an image", network => network.Layers[0].Input.Extents.Count == 3),
        .. StackDrawer.Widths.Select(width => Any($"a convolution over {width} columns", layer => layer is ConvLayer && Width(layer) == width)),
        .. StackDrawer.Channels.Select(channels => Any($"a convolution of {channels} channels", layer => layer is ConvLayer && layer.Input.Channels == channels)),
        .. StackDrawer.Channels.Select(filters => Any($"a convolution to {filters} filters", layer => layer is ConvLayer conv && conv.Filters == filters)),
        .. StackDrawer.Activations.Select(activation => Any($"{activation}", layer => layer.Activation == activation)),
        .. StackDrawer.Heads.Select(head => new KeyValuePair<string, Func<NetworkModel, bool>>(head.Signature, network => network.Head == head)),
        .. Enum.GetValues<OptimizerKind>().Select(kind => new KeyValuePair<string, Func<NetworkModel, bool>>($"{kind}", network => network.Optimizer.Kind == kind)),
        .. Enum.GetValues<PaddingKind>().SelectMany(padding => Enumerable.Range(1, 3).Select(step => Any(
            $"a convolution of {padding} padding and stride {step}", layer => layer is ConvLayer { Taken: var window } && window.Padding.Kind == padding && window.Strides.Contains(step)))),
        .. Enum.GetValues<PaddingKind>().SelectMany(padding => Enumerable.Range(2, 2).Select(step => Any(
            $"a convolution of {padding} padding and dilation {step}", layer => layer is ConvLayer { Taken: var window } && window.Padding.Kind == padding && window.Dilations.Contains(step) && window.Taps > 1))),
        Any("a convolution of another padding on either side", layer => layer is ConvLayer { Taken: var window } && IsOneSided(window)),
        Any("a convolution with a window wholly in padding", layer => layer is ConvLayer { Taken: { Padding.Kind: null } window } && window.Kernel.Select((_, axis) => window.Padding.Before[axis] >= window.Reach(axis)).Contains(true)),
        Any("a convolution of another stride along either axis", layer => layer is ConvLayer { Taken: var window } && window.Strides.Distinct().Count() > 1),
        Any("a convolution of another dilation along either axis", layer => layer is ConvLayer { Taken: var window } && window.Dilations.Distinct().Count() > 1 && window.Taps > 1),
        Any("a largest value of windows with another padding on either side", layer => layer is MaxPoolLayer { Taken: var window } && IsOneSided(window)),
        Any("a mean of windows with another padding on either side", layer => layer is AveragePoolLayer { Taken: var window } && IsOneSided(window)),
        Any("a pool of another stride along either axis", layer => layer is PoolLayer { Taken: var window } && window.Strides.Distinct().Count() > 1),
        Any("a convolution of groups", layer => layer is ConvLayer && layer.Groups > 1 && layer.Groups < layer.Input.Channels),
        Any("a convolution of each channel by itself", layer => layer is ConvLayer && layer.Groups > 1 && layer.Groups == layer.Input.Channels),
        Any("a kernel of one tap", layer => layer is ConvLayer { Taken.Taps: 1 }),
        Any("a kernel as large as what arrives", layer => layer is ConvLayer { Taken: { Padding.Kind: PaddingKind.Valid } window } && window.Taps > 1 && layer.Output.Size == layer.Output.Channels),
        Any("a largest value of windows past the edge, at another stride than they are long", layer => layer is MaxPoolLayer { Taken: var window } && IsUnlike(window)),
        Any("a mean of windows past the edge, at another stride than they are long", layer => layer is AveragePoolLayer { Taken: var window } && IsUnlike(window)),
        Any("a mean of everything", layer => layer is GlobalAveragePoolLayer),
        new("a pool first", network => network.Layers[0] is PoolLayer),
        new("a pool last", network => network.Layers[^1] is PoolLayer or GlobalAveragePoolLayer),
        new("a convolution last", network => network.Layers[^1] is ConvLayer),
        .. new[] { false, true }.SelectMany(isFused => new[] { false, true }.Select(isStrided => Pair(
            $"a border right behind a part of a vector: {(isFused ? "sums" : "a pass")} with {(isStrided ? "a" : "no")} stride",
            (layer, next) => layer is ConvLayer { Taken.Strides: var strides } && ActivationTraits.IsFused(layer.Activation) == isFused && strides[strides.Count - 1] > 1 == isStrided && HasBorderInVector(next)))),
        Pair("a border right behind a part of a vector: a pass of an activation", (layer, next) => layer is ActivationLayer && StackDrawer.NotZeroAtZero.Contains(layer.Activation) && HasBorderInVector(next)),
        Pair("an activation behind a dense layer", (layer, next) => layer is DenseLayer && next is ActivationLayer),
        Pair("learned slopes behind a dense layer", (layer, next) => layer is DenseLayer && next is PReLULayer),
        Pair("learned slopes behind a convolution", (layer, next) => layer is ConvLayer && next is PReLULayer),
        Pair("values dropped behind a dense layer", (layer, next) => layer is DenseLayer && next is DropoutLayer),
        Pair("values dropped behind a convolution", (layer, next) => layer is ConvLayer && next is DropoutLayer),
        Pair("values dropped before a convolution with a border", (layer, next) => layer is DropoutLayer && next is ConvLayer && PlaneWindows.Of(next).Columns.After > 0),
        Pair("values dropped behind learned slopes", (layer, next) => layer is PReLULayer && next is DropoutLayer),
        Pair("an activation of values whose shape is forgotten", (layer, next) => layer.Output.Extents.Count > 1 && next is ActivationLayer { Input.Extents.Count: 1 }),
        new("learned slopes first", network => network.Layers[0] is PReLULayer),
        Pair("an activation behind a pool", (layer, next) => layer is PoolLayer && next is ActivationLayer),
        .. Enumerable.Range(0, 4).Select(count => new KeyValuePair<string, Func<NetworkModel, bool>>($"{count} dense layers", network => network.Layers.Count(layer => layer is DenseLayer) == count)),
    ];

    private static KeyValuePair<string, Func<NetworkModel, bool>> Any(string name, Func<LayerModel, bool> has) => new(name, network => network.Layers.Any(has));

    private static KeyValuePair<string, Func<NetworkModel, bool>> Pair(string name, Func<LayerModel, LayerModel, bool> have) =>
        new(name, network => network.Layers.Zip(network.Layers.Skip(1), have).Contains(true));

    private static int Width(LayerModel layer) => layer.Input.Extents[layer.Input.Extents.Count - 2];

    /// <summary>Whether one sample's lines end within a vector, in whose rest there is a border that must be zero.</summary>
    private static bool HasBorderInVector(LayerModel layer) =>
        layer is ConvLayer && Width(layer) % (int)ActiveWidth.Vectors != 0 && PlaneWindows.Of(layer).Columns.After > 0;

    private static bool IsUnlike(WindowModel window) => window.Padding.Kind == PaddingKind.Same && window.Kernel.Zip(window.Strides).Any(axis => axis.First > 1 && axis.First != axis.Second);

    private static bool IsOneSided(WindowModel window) => window.Padding.Kind is null && !window.Padding.Before.Equals(window.Padding.After);
}
