using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>Parts of a layer that peers are told one by one.</summary>
internal static class LayerParts
{
    /// <summary>The layer's weights among a network's parameters.</summary>
    public static Span<float> WeightsOf(this float[] parameters, LayerDescription layer) =>
        parameters.AsSpan(layer.ParameterOffset, layer.WeightCount);

    /// <summary>The layer's biases among a network's parameters.</summary>
    public static Span<float> BiasesOf(this float[] parameters, LayerDescription layer) =>
        parameters.AsSpan(layer.ParameterOffset + layer.WeightCount, layer.BiasCount);

    /// <summary>How many positions past the end of each axis the last window of a convolution or a pool reaches.</summary>
    public static IReadOnlyList<int> PaddingAfter(this LayerDescription layer)
    {
        WindowDescription window = layer.Window!;
        return [.. Enumerable.Range(0, window.Kernel.Count).Select(axis => Math.Max(0, End(axis) - layer.InputShape[axis]))];

        int End(int axis) =>
            ((layer.OutputShape[axis] - 1) * window.Strides[axis]) + ((window.Kernel[axis] - 1) * window.Dilations[axis]) + 1 - window.PaddingBefore[axis];
    }
}
