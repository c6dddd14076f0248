using System;
using System.ComponentModel;
using Mlp.Storage;

namespace Mlp.Training;

/// <summary>
/// The gradient of a slice of a minibatch, in the order of a network's storage, and the work space it is made in. Memory is taken
/// when it is first wanted. One thread at a time may use a slice.
/// </summary>
public sealed class GradientSlice
{
    // Parts begin on a cache line, so that no two threads write to one.
    private const int LineFloats = 16;

    private AlignedBuffer _work;
    private AlignedBuffer _sum;

    /// <summary>Sets the gradient to zero; one that nothing has been added onto is zero already.</summary>
    public void Clear() => _sum.Span.Clear();

    /// <summary>Adds other slices onto one part of this one, in their order.</summary>
    /// <param name="others">Slices of the same network that have been added onto.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="parts">The number of parts, 1 or more.</param>
    public void Add(ReadOnlySpan<GradientSlice> others, int part, int parts)
    {
        (int start, int end) = Part(_sum.Span.Length, part, parts);
        foreach (GradientSlice other in others)
        {
            VectorNorm.Add(_sum.Span[start..end], other._sum.Span[start..end], 1);
        }
    }

    /// <summary>One part of some floats of storage: whole cache lines, the last part a little smaller.</summary>
    /// <param name="length">The floats of the whole.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="parts">The number of parts, 1 or more.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static (int Start, int End) Part(int length, int part, int parts)
    {
        int lines = (length + LineFloats - 1) / LineFloats;
        int each = (lines + parts - 1) / parts * LineFloats;
        return (int.Min(part * each, length), int.Min((part + 1) * each, length));
    }

    /// <summary>The work space of a chunk, taken on the first call.</summary>
    /// <param name="floats">The floats wanted, the same in every call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref float Work(int floats) => ref Ensure(ref _work, floats).Start;

    /// <summary>The gradient, taken on the first call and zero at first.</summary>
    /// <param name="floats">The floats of the network's storage, the same in every call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Span<float> Sum(int floats) => Ensure(ref _sum, floats).Span;

    private static ref AlignedBuffer Ensure(ref AlignedBuffer buffer, int floats)
    {
        buffer.Ensure(floats);
        return ref buffer;
    }
}
