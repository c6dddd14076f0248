using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>
/// Sums over the positions and samples of planes for deterministic networks: each sample has a sum over its positions, line after line, and the
/// samples are added in their order. So no sum depends on how many lanes a vector has.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeterministicPlanes
{
    private const int Together = 4;

    /// <summary>result[row, neighbour] += Σ left[row] · right[neighbour], sample after sample.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="left">What arrived, at the first position: rows are its taps or channels.</param>
    /// <param name="leftRow">Floats between those.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="right">δ, at the first position: neighbours are its channels.</param>
    /// <param name="rightRow">Floats between those.</param>
    /// <param name="neighbours">How many there are.</param>
    /// <param name="result">The first of the result's floats.</param>
    /// <param name="resultRow">Floats between its rows.</param>
    /// <param name="lines">The lines of positions.</param>
    /// <param name="leftLine">Floats between them in what arrived.</param>
    /// <param name="rightLine">Floats between them in δ.</param>
    /// <param name="turns">The positions of a line; 1 where all are one stretch.</param>
    /// <param name="leftTurn">Floats between them in what arrived.</param>
    /// <param name="rightTurn">Floats between them in δ.</param>
    /// <param name="columns">The floats of a stretch.</param>
    /// <param name="samples">The samples side by side, whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void AddProducts<TVector, TWords>(
        ref float left, int leftRow, int rows, ref float right, int rightRow, int neighbours, ref float result, int resultRow,
        int lines, int leftLine, int rightLine, int turns, int leftTurn, int rightTurn, int columns, int samples)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int row = 0; row < rows; row++)
        {
            for (int first = 0; first < neighbours; first += Together)
            {
                int count = int.Min(Together, neighbours - first);
                ref float sums = ref Unsafe.Add(ref result, (row * resultRow) + first);

                // Where there are less than four, those that are not there stand for the first one, and their sums are not used.
                (int second, int third, int fourth) = (count > 1 ? rightRow : 0, count > 2 ? 2 * rightRow : 0, count > 3 ? 3 * rightRow : 0);
                for (int lane = 0; lane < samples; lane += TWords.Lanes)
                {
                    TVector a = default;
                    TVector b = default;
                    TVector c = default;
                    TVector d = default;
                    for (int line = 0; line < lines; line++)
                    {
                        for (int turn = 0; turn < turns; turn++)
                        {
                            ref float seen = ref Unsafe.Add(ref left, (row * leftRow) + (line * leftLine) + (turn * leftTurn) + lane);
                            ref float delta = ref Unsafe.Add(ref right, (first * rightRow) + (line * rightLine) + (turn * rightTurn) + lane);
                            for (int column = 0; column < columns; column += samples)
                            {
                                TVector value = TWords.Load(ref seen, column);
                                a = TWords.MultiplyAdd(value, TWords.Load(ref delta, column), a);
                                b = TWords.MultiplyAdd(value, TWords.Load(ref delta, second + column), b);
                                c = TWords.MultiplyAdd(value, TWords.Load(ref delta, third + column), c);
                                d = TWords.MultiplyAdd(value, TWords.Load(ref delta, fourth + column), d);
                            }
                        }
                    }

                    Add<TVector, TWords>(a, b, c, d, ref sums, count);
                }
            }
        }
    }

    /// <summary>b += Σ δ, sample after sample.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="deltas">δ of the first line.</param>
    /// <param name="biases">The first bias.</param>
    /// <param name="channels">The biases.</param>
    /// <param name="stride">Floats from a line of a channel to that of the next.</param>
    /// <param name="height">The lines.</param>
    /// <param name="columns">The floats of a line.</param>
    /// <param name="samples">The samples side by side, whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void AddDeltas<TVector, TWords>(ref float deltas, ref float biases, int channels, int stride, int height, int columns, int samples)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int channel = 0; channel < channels; channel++)
        {
            for (int lane = 0; lane < samples; lane += TWords.Lanes)
            {
                TVector sum = default;
                for (int line = 0; line < height; line++)
                {
                    ref float delta = ref Unsafe.Add(ref deltas, (((line * channels) + channel) * stride) + lane);
                    for (int column = 0; column < columns; column += samples)
                    {
                        sum = TWords.Add(sum, TWords.Load(ref delta, column));
                    }
                }

                Add<TVector, TWords>(sum, default, default, default, ref Unsafe.Add(ref biases, channel), 1);
            }
        }
    }

    /// <summary>The mean of each window of a sample alone, its positions added in row-major order.</summary>
    /// <param name="inputs">What arrives.</param>
    /// <param name="inputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="outputs">Receives what leaves.</param>
    /// <param name="outputStride">Floats from a line of a channel to that of the next.</param>
    /// <param name="rows">How windows go over lines.</param>
    /// <param name="columns">How they go over columns.</param>
    /// <param name="channels">The channels.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void AverageOfOne(ref float inputs, int inputStride, ref float outputs, int outputStride, WindowAxis rows, WindowAxis columns, int channels)
    {
        for (int line = 0; line < rows.Positions; line++)
        {
            int top = rows.StartOf(line);
            (int firstRow, int endRow) = (rows.FirstTap(top), rows.EndTap(top));
            for (int channel = 0; channel < channels; channel++)
            {
                ref float result = ref Unsafe.Add(ref outputs, ((line * channels) + channel) * outputStride);
                for (int position = 0; position < columns.Positions; position++)
                {
                    int left = columns.StartOf(position);
                    (int first, int end) = (columns.FirstTap(left), columns.EndTap(left));
                    float sum = 0;
                    for (int row = firstRow; row < endRow; row++)
                    {
                        ref float seen = ref Unsafe.Add(ref inputs, (((top + (row * rows.Dilation)) * channels) + channel) * inputStride);
                        for (int tap = first; tap < end; tap++)
                        {
                            sum += Unsafe.Add(ref seen, left + (tap * columns.Dilation));
                        }
                    }

                    Unsafe.Add(ref result, position) = sum * (1f / ((endRow - firstRow) * (end - first)));
                }
            }
        }
    }

    /// <summary>The lanes of each vector onto a float of its own, one after another.</summary>
    [MethodImpl(KernelOptions.Kernel)]
    private static void Add<TVector, TWords>(TVector a, TVector b, TVector c, TVector d, ref float sums, int count)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        Span<float> lanes = stackalloc float[Together * TWords.Lanes];
        ref float first = ref lanes[0];
        TWords.Store(a, ref first, 0);
        TWords.Store(b, ref first, TWords.Lanes);
        TWords.Store(c, ref first, 2 * TWords.Lanes);
        TWords.Store(d, ref first, 3 * TWords.Lanes);
        for (int sum = 0; sum < count; sum++)
        {
            float total = Unsafe.Add(ref sums, sum);
            for (int lane = 0; lane < TWords.Lanes; lane++)
            {
                total += Unsafe.Add(ref first, lane);
            }

            Unsafe.Add(ref sums, sum) = total;
            first = ref Unsafe.Add(ref first, TWords.Lanes);
        }
    }
}
