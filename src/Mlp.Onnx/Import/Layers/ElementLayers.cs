using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Layers;

/// <summary>Layers that go over values one by one, on the shape that arrives.</summary>
internal static class ElementLayers
{
    /// <summary>The kind of a layer with slopes.</summary>
    public const string PReLU = nameof(PReLU);

    /// <summary>The layer on a shape: with a number for each channel, or, where that is not enough, on all values in a row.</summary>
    public static LayerDraft Fixed(LayerDraft layer, IReadOnlyList<int> arriving)
    {
        int size = LayerDraft.SizeOf(arriving);
        int channels = arriving[^1];
        bool isByChannel = layer.Scales.AreByChannel(channels) && layer.Offsets.AreByChannel(channels);
        IReadOnlyList<int> shape = isByChannel ? arriving : [size];
        LayerDraft onShape = layer with { Input = shape, Output = shape };
        int numbers = shape[^1];
        return layer.Kind switch
        {
            LayerDraft.Affine => onShape with { Constants = AffineConstants(layer, numbers) },
            PReLU => onShape with { Weights = Repeated(layer.Scales, numbers), Scales = layer.Scales },
            _ => onShape,
        };
    }

    private static double[] AffineConstants(LayerDraft layer, int channels)
    {
        int count = layer.Scales.IsOne && layer.Offsets.IsOne ? 1 : channels;
        return [.. Repeated(layer.Scales, count), .. Repeated(layer.Offsets, count)];
    }

    private static double[] Repeated(Numbers numbers, int count) => [.. Enumerable.Range(0, count).Select(index => numbers[index])];
}
