using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>b += Σ δ over the samples of a chunk [Lu 14, corrected to the sum], onto the biases or their gradient.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BiasSums
{
    private const int Together = 4;

    /// <summary>Outputs in lanes: rows of samples, padded to whole vectors.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="deltas">δ of the first sample.</param>
    /// <param name="biases">The first bias; they are padded as the rows are.</param>
    /// <param name="outputs">The biases.</param>
    /// <param name="stride">Floats between the rows of δ.</param>
    /// <param name="samples">The rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfRows<TVector, TWords>(ref float deltas, ref float biases, int outputs, int stride, int samples)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int output = 0; output < outputs; output += TWords.Lanes)
        {
            TVector sum = TWords.Load(ref biases, output);
            ref float delta = ref Unsafe.Add(ref deltas, output);
            for (int sample = 0; sample < samples; sample++)
            {
                sum = TWords.Add(sum, TWords.Load(ref delta, 0));
                delta = ref Unsafe.Add(ref delta, stride);
            }

            TWords.Store(sum, ref biases, output);
        }
    }

    /// <summary>Samples in lanes: a row for each output.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="deltas">δ of the first output.</param>
    /// <param name="biases">The first bias.</param>
    /// <param name="outputs">The biases.</param>
    /// <param name="stride">Floats between the rows of δ.</param>
    /// <param name="columns">The samples, a multiple of the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfLanes<TVector, TWords>(ref float deltas, ref float biases, int outputs, int stride, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int next = 0; next < outputs; next += Together)
        {
            int count = Math.Min(Together, outputs - next);
            ref float delta = ref Unsafe.Add(ref deltas, next * stride);

            // Where there are less than four, rows that are not there stand for the first one, and their sums are not used.
            int second = count > 1 ? stride : 0;
            int third = count > 2 ? 2 * stride : 0;
            int fourth = count > 3 ? 3 * stride : 0;
            TVector a = default;
            TVector b = default;
            TVector c = default;
            TVector d = default;
            for (int column = 0; column < columns; column += TWords.Lanes)
            {
                a = TWords.Add(a, TWords.Load(ref delta, column));
                b = TWords.Add(b, TWords.Load(ref delta, second + column));
                c = TWords.Add(c, TWords.Load(ref delta, third + column));
                d = TWords.Add(d, TWords.Load(ref delta, fourth + column));
            }

            LaneDots.AddTogether(TWords.SumTogether(a, b, c, d), ref Unsafe.Add(ref biases, next), count);
        }
    }

    /// <summary>Planes: a bias for each channel, summed over lines, columns and samples.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="deltas">δ of the first line.</param>
    /// <param name="biases">The first bias.</param>
    /// <param name="channels">The biases.</param>
    /// <param name="stride">Floats from a line of a channel to that of the next.</param>
    /// <param name="height">The lines.</param>
    /// <param name="columns">The floats of a line, whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OfPlanes<TVector, TWords>(ref float deltas, ref float biases, int channels, int stride, int height, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int channel = 0; channel < channels; channel++)
        {
            ref float delta = ref Unsafe.Add(ref deltas, channel * stride);
            TVector sum = default;
            for (int line = 0; line < height; line++)
            {
                for (int column = 0; column < columns; column += TWords.Lanes)
                {
                    sum = TWords.Add(sum, TWords.Load(ref delta, column));
                }

                delta = ref Unsafe.Add(ref delta, channels * stride);
            }

            LaneDots.AddTogether(TWords.SumTogether(sum, default, default, default), ref Unsafe.Add(ref biases, channel), 1);
        }
    }
}
