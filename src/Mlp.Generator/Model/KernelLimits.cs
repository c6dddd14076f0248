using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Model;

/// <summary>
/// How large a network may be to have kernels of its own: past these, emitted code would be slow to compile rather than fast to run, and the
/// runtime's interpreter computes the network.
/// </summary>
internal static class KernelLimits
{
    /// <summary>The most layers, counted by their weights.</summary>
    public const int MaxLayers = 32;

    /// <summary>
    /// The most layers with weights that differ in size or activation: each has methods of its own for every vector width, and a network's
    /// emitted text stays under 1 MB. Equal layers share theirs, and those without weights have none.
    /// </summary>
    public const int MaxDifferentLayers = 10;

    /// <summary>The widest layer.</summary>
    public const int MaxLayerSize = 4096;

    /// <summary>The largest image between two layers, channels counted: of 16 samples together it takes 16 MB of scratch memory.</summary>
    public const int MaxImageSize = 256 * 1024;

    /// <summary>The largest image with the zeros of a convolution around it, which stand in memory: four times as much.</summary>
    public const int MaxPaddedSize = 4 * MaxImageSize;

    /// <summary>The most weights and biases together.</summary>
    public const int MaxParameters = 4_000_000;

    /// <summary>The limits that a network is past; none where it has kernels.</summary>
    /// <param name="layers">Its layers, one or more, within <see cref="Limits"/>.</param>
    /// <param name="isDeterministic">Whether it is deterministic: there are kernels then where every sum over samples and positions is one after another.</param>
    public static IEnumerable<PassedLimit> PassedBy(EquatableArray<LayerModel> layers, bool isDeterministic)
    {
        Shape[] shapes = [layers[0].Input, .. layers.Select(layer => layer.Output)];
        int widest = System.Array.FindIndex(shapes, shape => shape.Size > MostOf(shape));
        if (widest >= 0)
        {
            yield return new(LimitKind.LayerSize, MostOf(shapes[widest]), shapes[widest].Size, widest);
        }

        long padded = layers.Max(PaddedSize);
        if (padded > MaxPaddedSize)
        {
            yield return new(LimitKind.PaddedSize, MaxPaddedSize, padded, Size: null);
        }

        if (layers.Count > MaxLayers)
        {
            yield return new(LimitKind.Layers, MaxLayers, layers.Count, MaxLayers + 1);
        }

        int parameters = layers.Sum(layer => layer.ParameterCount);
        if (parameters > MaxParameters)
        {
            yield return new(LimitKind.Parameters, MaxParameters, parameters, Size: null);
        }

        int unordered = isDeterministic ? System.Array.FindIndex([.. layers], layer => !IsOrdered(layer)) : -1;
        if (unordered >= 0)
        {
            yield return new(LimitKind.DeterministicKind, 0, 0, Size: null) { LayerKind = layers[unordered].Kind };
        }

        // The last layer's activation is the head's: it is like any layer of its sizes.
        int[] firsts = [.. layers
            .Select((layer, index) => (Layer: index == layers.Count - 1 ? layers.First(other => SizesOf(other) == SizesOf(layer)) : layer, Size: index + 1))
            .Where(layer => layer.Layer.Tensors.Any(tensor => tensor.IsWeight))
            .GroupBy(layer => (SizesOf(layer.Layer), layer.Layer.Activation)).Select(equal => equal.First().Size)];
        if (firsts.Length > MaxDifferentLayers)
        {
            yield return new(LimitKind.DifferentLayers, MaxDifferentLayers, firsts.Length, firsts[MaxDifferentLayers]);
        }
    }

    /// <summary>Whether every sum of a layer is made in one order, both ways: not that of a slope over the positions of a channel.</summary>
    private static bool IsOrdered(LayerModel layer) => layer is not PReLULayer { Output.Extents.Count: > 1 };

    /// <summary>The most values of a sample: images are gone over, and no weight is of one place in them.</summary>
    private static int MostOf(Shape shape) => shape.Extents.Count == 1 ? MaxLayerSize : MaxImageSize;

    /// <summary>The values that arrive at a convolution, with those that its windows see outside of the sample; 0 for other kinds.</summary>
    private static long PaddedSize(LayerModel layer)
    {
        if (layer is not ConvLayer { Taken: var window })
        {
            return 0;
        }

        decimal size = layer.Input.Channels;
        for (int axis = 0; axis < window.Kernel.Count; axis++)
        {
            int length = layer.Input.Extents[axis];
            size *= length + window.PaddingBefore(axis, length) + window.ReachAfter(axis, length);
        }

        return (long)System.Math.Min(size, long.MaxValue);
    }

    private static (string Kind, Shape Input, Shape Output) SizesOf(LayerModel layer) => (layer.Kind, layer.Input, layer.Output);
}
