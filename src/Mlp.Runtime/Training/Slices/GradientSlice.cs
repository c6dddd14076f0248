using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
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
    /// <exception cref="ArgumentOutOfRangeException">There is no such part: kernels go where they are sent.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static (int Start, int End) Part(int length, int part, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, parts);
        int lines = (length + LineFloats - 1) / LineFloats;
        int each = (((lines - 1) / parts) + 1) * LineFloats;
        return (Boundary(part), Boundary(part + 1));

        int Boundary(int index) => (int)long.Min((long)index * each, length);
    }

    /// <summary>The work space of a chunk, taken on the first call.</summary>
    /// <param name="floats">The floats wanted, the same in every call.</param>
    /// <exception cref="ArgumentException">An earlier call wanted another number: the slice is of another network.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref float Work(int floats) => ref Ensure(ref _work, floats).Start;

    /// <summary>The gradient, taken on the first call and zero at first.</summary>
    /// <param name="floats">The floats of the network's storage, the same in every call.</param>
    /// <exception cref="ArgumentException">An earlier call wanted another number: the slice is of another network.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Span<float> Sum(int floats) => Ensure(ref _sum, floats).Span;

    private static ref AlignedBuffer Ensure(ref AlignedBuffer buffer, int floats)
    {
        buffer.Ensure(floats);

        // Kernels do not look where memory ends.
        int length = buffer.Span.Length;
        if (length != floats)
        {
            ThrowForeign(length, floats);
        }

        return ref buffer;
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowForeign(int length, int floats) => throw new ArgumentException(
        RowMajor.Invariant($"slice holds {length} floats of another network, but this one has {floats}: use a slice with networks of one type alone."),
        "slice");
}
