using System;
using System.Linq;

namespace Mlp.Serialization;

/// <summary>
/// The order in which the values of a tensor stand in the files of other frameworks, and where each of them belongs in the canonical order, which is row-major.
/// Compiled into the generator too.
/// </summary>
internal sealed class FileOrder
{
    // The canonical extents, one of them split into those of a sample's shape where a file has these in another order.
    private readonly int[] _extents;
    private readonly int[] _axes;

    // Of each of them the distance between neighbours in canonical order.
    private readonly int[] _strides;

    private FileOrder(int[] extents, int[] axes, int[] stored)
    {
        _extents = extents;
        _axes = axes;
        Stored = stored;
        IsCanonical = Array.TrueForAll(axes, axis => axes[axis] == axis);
        _strides = new int[extents.Length];
        int next = 1;
        for (int axis = extents.Length - 1; axis >= 0; axis--)
        {
            _strides[axis] = next;
            next *= extents[axis];
        }
    }

    /// <summary>The dimensions in the file.</summary>
    internal int[] Stored { get; }

    /// <summary>Whether file and canonical order are the same.</summary>
    internal bool IsCanonical { get; }

    /// <summary>The order of a tensor of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="extents">The canonical extents.</param>
    /// <param name="arriving">The shape that was flattened into what arrives, channels last; empty where none was, and for a tensor that does not follow it.</param>
    /// <param name="transposed">Whether the framework writes weights as [taps…, inputs, outputs].</param>
    internal static FileOrder Of(LayoutLayer layer, int[] extents, int[] arriving, bool transposed) =>
        !transposed ? ChannelsFirst(extents, arriving)
        : layer.Kind == LayoutLayer.PReLU ? Shared(extents, layer.Axes)
        : ChannelsLast(extents);

    /// <summary>The order of Keras' slopes that positions share: an axis of length 1 for each axis of positions, then the channels.</summary>
    /// <param name="extents">The canonical extents: [channels].</param>
    /// <param name="axes">The axes of a sample.</param>
    internal static FileOrder Shared(int[] extents, int axes)
    {
        int[] stored = [.. Enumerable.Repeat(1, axes - 1), .. extents];
        return new FileOrder(stored, Counted(axes), stored);
    }

    /// <summary>The order of a framework that writes weights as [outputs, inputs, …] and has channels first, as PyTorch does.</summary>
    /// <param name="extents">The canonical extents: [outputs], [outputs, inputs, taps…], or a number for each value that arrives.</param>
    /// <param name="arriving">
    /// The shape that was flattened into the last extent, channels last; empty where none was. The framework flattens it channels first.
    /// </param>
    internal static FileOrder ChannelsFirst(int[] extents, int[] arriving)
    {
        if (arriving.Length < 2)
        {
            return new FileOrder(extents, Counted(extents.Length), extents);
        }

        int outputs = extents.Length - 1;
        int[] refined = [.. extents.Take(outputs), .. arriving];
        int[] axes = Counted(refined.Length);
        Array.Copy(axes, outputs, axes, outputs + 1, arriving.Length - 1);
        axes[outputs] = refined.Length - 1;
        return new FileOrder(refined, axes, extents);
    }

    /// <summary>The order of a framework that writes weights as [taps…, inputs, outputs] and has channels last, as Keras does.</summary>
    /// <param name="extents">The canonical extents: [outputs] or [outputs, inputs, taps…].</param>
    internal static FileOrder ChannelsLast(int[] extents)
    {
        int[] axes = Counted(extents.Length);
        if (axes.Length > 1)
        {
            Array.Copy(axes, 2, axes, 0, axes.Length - 2);
            (axes[axes.Length - 2], axes[axes.Length - 1]) = (1, 0);
        }

        return new FileOrder(extents, axes, Array.ConvertAll(axes, axis => extents[axis]));
    }

    /// <summary>Where a value of the file stands in the canonical order of the tensor.</summary>
    /// <param name="index">Its number in the file's tensor, row by row.</param>
    internal int CanonicalIndex(int index)
    {
        if (IsCanonical)
        {
            return index;
        }

        if (_axes.Length == 2)
        {
            return (index % _extents[0] * _extents[1]) + (index / _extents[0]);
        }

        int canonical = 0;
        for (int place = _axes.Length - 1; place >= 0; place--)
        {
            int axis = _axes[place];
            canonical += index % _extents[axis] * _strides[axis];
            index /= _extents[axis];
        }

        return canonical;
    }

    private static int[] Counted(int count) => [.. Enumerable.Range(0, count)];
}
