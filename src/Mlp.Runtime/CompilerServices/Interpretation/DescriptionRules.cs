using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.CompilerServices;

/// <summary>What every description of a layer must keep to, whatever its kind: interpreters are made of nothing else.</summary>
internal static class DescriptionRules
{
    /// <summary>Refuses a layer.</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="wrong">What is wrong where it does not; the layer is the subject of the sentence.</param>
    /// <exception cref="ArgumentException">It does not hold.</exception>
    internal static void Require(bool holds, LayerDescription layer, string wrong)
    {
        if (!holds)
        {
            throw new ArgumentException(
                $"The {layer.Kind} layer from [{TextOf(layer.InputShape)}] to [{TextOf(layer.OutputShape)}] {wrong}. Use generator and runtime of one version.", nameof(layer));
        }
    }

    /// <summary>Shapes have as many values as arrive and leave.</summary>
    internal static void RequireShapes(LayerDescription layer) => Require(
        IsShapeOf(layer.InputShape, layer.Inputs) && IsShapeOf(layer.OutputShape, layer.Outputs),
        layer,
        FormattableString.Invariant($"takes {layer.Inputs} values and makes {layer.Outputs}, which must be those of its shapes"));

    /// <summary>Each value leaves at the place where it arrives.</summary>
    internal static void RequireSameShape(LayerDescription layer)
    {
        RequireShapes(layer);
        Require(layer.InputShape.SequenceEqual(layer.OutputShape), layer, "must leave the shape as it is");
    }

    /// <summary>A pool has each channel by itself, neighbouring taps, and something to see in every window.</summary>
    internal static void RequirePool(LayerDescription layer, SampleWindows windows)
    {
        Require(windows.InputChannels == windows.OutputChannels, layer, "must leave the channels as they are");
        Require(layer.Window!.Groups == 1 && layer.Window.Dilations.All(static dilation => dilation == 1), layer, "is a pool, and can have neither groups nor dilation");
        Require(windows.AreInside, layer, "has a window wholly outside the sample");
    }

    private static bool IsShapeOf(IReadOnlyList<int> shape, int values)
    {
        long product = 1;
        foreach (int extent in shape)
        {
            // Past the largest size there is no way back down.
            product = extent < 1 || product > int.MaxValue ? long.MaxValue : product * extent;
        }

        return shape.Count > 0 && product == values;
    }

    private static string TextOf(IReadOnlyList<int> shape) => string.Join(", ", shape.Select(static extent => FormattableString.Invariant($"{extent}")));
}
