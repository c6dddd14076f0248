using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>
/// The gradient of a slice of a minibatch, in the order of a network's storage, and the work space it is made in. Memory is taken
/// when it is first wanted. One thread at a time may use a slice.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GradientSlice
{
    // Parts begin on a cache line, so that no two threads write to one.
    private const int LineFloats = 16;

    private AlignedBuffer _work;
    private AlignedBuffer _sum;

    // The blocks before the one that is added onto, in double; taken when a block is full for the first time. It holds anything where
    // no block has been put there since the slice was cleared.
    private AlignedBuffer _total;
    private bool _hasTotal;

    // The samples in the block that is added onto; past every block where the sum holds more than that.
    private int _samples;

    // Of the next sample that is added, in its minibatch.
    private int _place;

    private Span<double> Total => MemoryMarshal.Cast<float, double>(_total.Span);

    /// <summary>Sets the gradient to zero; one that nothing has been added onto is zero already.</summary>
    /// <param name="place">Where in the minibatch the slice begins: the index of its first sample. Only a network that draws masks asks.</param>
    public void Clear(int place = 0)
    {
        _sum.Span.Clear();
        _samples = 0;
        _hasTotal = false;
        _place = place;
    }

    /// <summary>Where in the minibatch some more samples stand: behind those that were added before.</summary>
    /// <param name="samples">How many will be added: all of them.</param>
    /// <returns>The index of their first.</returns>
    public int Place(int samples)
    {
        int place = _place;
        _place += samples;
        return place;
    }

    /// <summary>Adds other slices onto one part of this one, in their order.</summary>
    /// <param name="others">Slices of the same network that have been added onto.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="parts">The number of parts, 1 or more.</param>
    public void Add(ReadOnlySpan<GradientSlice> others, int part, int parts)
    {
        (int start, int end) = Part(_sum.Span.Length, part, parts);
        Span<float> sum = Whole(start, end);
        foreach (GradientSlice other in others)
        {
            VectorNorm.Add(sum, other.Whole(start, end));

            // What comes after it is no more of the block that this sum was, whichever thread comes by here.
            _samples = int.MaxValue;
        }
    }

    /// <summary>One part of some floats of storage: whole cache lines, the last part a little smaller.</summary>
    /// <param name="length">The floats of the whole.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="parts">The number of parts, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part: kernels go where they are sent.</exception>
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
    public ref float Work(int floats) => ref Ensure(ref _work, floats).Start;

    /// <summary>
    /// The gradient, taken on the first call and zero at first: to be read, written, or added onto by who has no blocks.
    /// </summary>
    /// <param name="floats">The floats of the network's storage, the same in every call.</param>
    /// <exception cref="ArgumentException">An earlier call wanted another number: the slice is of another network.</exception>
    public Span<float> Sum(int floats)
    {
        Span<float> sum = Ensure(ref _sum, floats).Span;
        return _hasTotal ? Whole(0, floats) : sum;
    }

    /// <summary>A part of the gradient, to be read. Many threads may ask at once, each for a part of its own.</summary>
    /// <param name="floats">The floats of the network's storage, the same in every call.</param>
    /// <param name="start">The first float of the part, as <see cref="Part"/> says.</param>
    /// <param name="end">The float after its last.</param>
    /// <returns>The first float of the whole.</returns>
    /// <exception cref="ArgumentException">An earlier call wanted another number: the slice is of another network.</exception>
    public ref float Sum(int floats, int start, int end)
    {
        ref AlignedBuffer sum = ref Ensure(ref _sum, floats);
        if (_hasTotal)
        {
            Whole(start, end);
        }

        return ref sum.Start;
    }

    /// <summary>Whether some more samples may be added onto the block that there is; most often all of a batch may.</summary>
    /// <param name="samples">How many would be added: 1 or more.</param>
    /// <param name="most">The most samples of a block, the same in every call.</param>
    public bool HasRoom(int samples, int most) => samples <= most - _samples;

    /// <summary>What samples for which there is room are added onto.</summary>
    /// <param name="floats">The floats of the network's storage, the same in every call.</param>
    /// <param name="samples">How many will be added: all of them.</param>
    /// <returns>The first float.</returns>
    /// <exception cref="ArgumentException">An earlier call wanted another number: the slice is of another network.</exception>
    public ref float Block(int floats, int samples)
    {
        ref AlignedBuffer sum = ref Ensure(ref _sum, floats);
        _samples += samples;
        return ref sum.Start;
    }

    /// <summary>Makes ready for more samples than there is room for: the blocks that they are added in.</summary>
    /// <param name="floats">The floats of the network's storage, the same in every call.</param>
    /// <param name="samples">How many will be added: 1 or more, and all of them.</param>
    /// <param name="most">The most samples of a block, the same in every call.</param>
    /// <exception cref="ArgumentException">An earlier call wanted another number: the slice is of another network.</exception>
    public GradientBlocks Blocks(int floats, int samples, int most)
    {
        Span<float> block = Ensure(ref _sum, floats).Span;
        Ensure(ref _total, 2 * floats);
        var blocks = new GradientBlocks(block, Total, most, isFull: _samples > 0, _hasTotal);
        _hasTotal |= _samples > 0 || samples > most;
        _samples = ((samples - 1) % most) + 1;
        return blocks;
    }

    /// <summary>A part of the gradient with all blocks in it.</summary>
    private Span<float> Whole(int start, int end)
    {
        Span<float> sum = _sum.Span[start..end];
        if (_hasTotal)
        {
            GradientBlocks.Take(sum, Total[start..end]);
            _samples = int.MaxValue;
        }

        return sum;
    }

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
        FormattableString.Invariant($"slice holds {length} floats of another network, but this one has {floats}: use a slice with networks of one type alone."),
        "slice");
}
