using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Testing.Reference.Layers;

/// <summary>
/// Which positions of a sample each window sees, written down once: over any number of axes, every tap of every window asked whether
/// p · stride + k · dilation − padding is inside.
/// </summary>
internal sealed class ReferenceWindows
{
    public ReferenceWindows(LayerDescription layer)
    {
        WindowDescription window = layer.Window ?? throw new ArgumentException($"The {layer.Kind} layer has no window.", nameof(layer));
        (Channels, Filters) = (layer.InputShape[^1], layer.OutputShape[^1]);
        int[] arrives = [.. layer.InputShape.SkipLast(1)];
        int[] leaves = [.. layer.OutputShape.SkipLast(1)];
        int[] kernel = [.. window.Kernel];
        Taps = Product(kernel);
        Windows = new int[Product(arrives)];
        Seen = new (int, int)[Product(leaves)][];
        for (int position = 0; position < Seen.Length; position++)
        {
            int[] place = Coordinates(position, leaves);
            var seen = new List<(int Tap, int Position)>();
            for (int tap = 0; tap < Taps; tap++)
            {
                int[] offset = Coordinates(tap, kernel);
                int[] at = [.. place.Select((p, axis) => (p * window.Strides[axis]) + (offset[axis] * window.Dilations[axis]) - window.PaddingBefore[axis])];
                if (at.Zip(arrives).All(pair => pair.First >= 0 && pair.First < pair.Second))
                {
                    seen.Add((tap, Index(at, arrives)));
                    Windows[seen[^1].Position]++;
                }
            }

            Seen[position] = [.. seen];
        }
    }

    /// <summary>The channels that arrive.</summary>
    public int Channels { get; }

    /// <summary>The channels that leave.</summary>
    public int Filters { get; }

    /// <summary>The taps of the kernel.</summary>
    public int Taps { get; }

    /// <summary>For each position that leaves, the taps inside the sample, and where they are.</summary>
    public (int Tap, int Position)[][] Seen { get; }

    /// <summary>For each position that arrives, how many windows see it.</summary>
    public int[] Windows { get; }

    /// <summary>For each output of a pool, whose channels are by themselves, the inputs that its window sees.</summary>
    public int[][] Inputs() =>
    [
        .. Seen.SelectMany(seen => Enumerable.Range(0, Channels).Select(channel => seen.Select(pair => (pair.Position * Channels) + channel).ToArray())),
    ];

    private static int Product(int[] lengths) => lengths.Aggregate(1, (product, length) => product * length);

    private static int[] Coordinates(int index, int[] lengths)
    {
        int[] result = new int[lengths.Length];
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            result[axis] = index % lengths[axis];
            index /= lengths[axis];
        }

        return result;
    }

    private static int Index(int[] coordinates, int[] lengths) => coordinates.Zip(lengths).Aggregate(0, (index, pair) => (index * pair.Second) + pair.First);
}
