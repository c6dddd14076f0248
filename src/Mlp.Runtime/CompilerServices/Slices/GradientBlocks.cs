using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>
/// A gradient that is added up block after block of samples, so that its rounding does not grow with their number: kernels add
/// the samples of one block in <see cref="float"/>, blocks are added in <see cref="double"/>.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// Of B samples a block, n in all, with t the terms of one element: a block is off by at most B · 2⁻²⁴ Σ |t| over its own terms,
/// the sum of the blocks by n/B · 2⁻⁵³ Σ |t| (below 2⁻³² Σ |t| for every n that an array has room for, with blocks of 1,024), and
/// what is read by 2⁻²⁴ of itself. Every element is added by itself and in the same order at each vector width.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct GradientBlocks
{
    private readonly Span<float> _block;
    private readonly Span<double> _total;
    private readonly int _samples;
    private bool _isFull;
    private bool _hasTotal;

    /// <summary>Starts with an empty block.</summary>
    /// <param name="block">Memory that kernels add onto, whatever it holds.</param>
    /// <param name="total">
    /// Memory for the blocks before, whatever it holds: on an 8-byte boundary, twice the floats of <paramref name="block"/>.
    /// </param>
    /// <param name="samples">The most samples of a block, 1 or more.</param>
    public GradientBlocks(Span<float> block, Span<float> total, int samples)
        : this(block, MemoryMarshal.Cast<float, double>(total), samples, isFull: false, hasTotal: false) => _block.Clear();

    /// <summary>Goes on where others have been.</summary>
    /// <param name="block">What kernels add onto.</param>
    /// <param name="total">The sum of the blocks before.</param>
    /// <param name="samples">The most samples of a block, 1 or more.</param>
    /// <param name="isFull">Whether no more may be added onto the block before it has gone onto the total.</param>
    /// <param name="hasTotal">Whether there are blocks before; if not, the total holds anything.</param>
    internal GradientBlocks(Span<float> block, Span<double> total, int samples, bool isFull, bool hasTotal)
    {
        _block = block;
        _total = total;
        _samples = samples;
        _isFull = isFull;
        _hasTotal = hasTotal;
    }

    /// <summary>What kernels add onto.</summary>
    public readonly ref float Block => ref MemoryMarshal.GetReference(_block);

    /// <summary>Makes room for more samples.</summary>
    /// <param name="samples">How many there still are, 1 or more.</param>
    /// <returns>How many of them may be added onto <see cref="Block"/> before this is called again.</returns>
    public int Next(int samples)
    {
        if (_isFull)
        {
            Put(_block, _total, _hasTotal);
            _hasTotal = true;
        }

        _isFull = true;
        return Math.Min(samples, _samples);
    }

    /// <summary>Leaves the sum of all blocks, of which there were two or more, where kernels have added onto.</summary>
    public readonly void Finish() => Sum(_block, _total);

    /// <summary>block ← total + block, rounded once; the total is empty after it.</summary>
    internal static void Take(Span<float> block, Span<double> total)
    {
        Sum(block, total);
        total.Clear();
    }

    /// <summary>total ← total + block, or the block where there is no total; the block is empty after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put(Span<float> block, Span<double> total, bool hasTotal)
    {
        // The passes over a large network's parameters cost what they move: zeros are not read.
        Span<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(block);
        Span<Vector<double>> totals = MemoryMarshal.Cast<double, Vector<double>>(total);
        for (int index = 0; index < blocks.Length; index++)
        {
            Vector.Widen(blocks[index], out Vector<double> lower, out Vector<double> upper);
            totals[2 * index] = hasTotal ? totals[2 * index] + lower : lower;
            totals[(2 * index) + 1] = hasTotal ? totals[(2 * index) + 1] + upper : upper;
            blocks[index] = Vector<float>.Zero;
        }

        for (int index = blocks.Length * Vector<float>.Count; index < block.Length; index++)
        {
            total[index] = hasTotal ? total[index] + block[index] : block[index];
            block[index] = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum(Span<float> block, ReadOnlySpan<double> total)
    {
        Span<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(block);
        ReadOnlySpan<Vector<double>> totals = MemoryMarshal.Cast<double, Vector<double>>(total);
        for (int index = 0; index < blocks.Length; index++)
        {
            Vector.Widen(blocks[index], out Vector<double> lower, out Vector<double> upper);
            blocks[index] = Vector.Narrow(totals[2 * index] + lower, totals[(2 * index) + 1] + upper);
        }

        for (int index = blocks.Length * Vector<float>.Count; index < block.Length; index++)
        {
            block[index] = (float)(total[index] + block[index]);
        }
    }
}
