using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>What values are multiplied with in a training that drops some: 0, or 1 / (1 − p). <see cref="DropoutMask"/> says which.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Nothing is checked. Factors are drawn in vectors of 256 bits whatever the
/// kernels have: whole numbers are the same in each.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutFactors
{
    /// <summary>Draws those of samples in rows.</summary>
    /// <param name="masks">The masks, from the first sample on.</param>
    /// <param name="layer">The layer, counted from 0.</param>
    /// <param name="probability">p.</param>
    /// <param name="factors">Receives the factors of the first sample.</param>
    /// <param name="stride">Floats from a sample to the next.</param>
    /// <param name="values">The values of a sample.</param>
    /// <param name="samples">The samples.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void OfRows(DropoutMasks masks, int layer, float probability, ref float factors, int stride, int values, int samples)
    {
        (int threshold, float scale) = (DropoutMask.Threshold(probability), DropoutMask.Scale(probability));
        for (int sample = 0; sample < samples; sample++)
        {
            DropoutMask mask = masks.Of(layer, sample);
            (Vector256<uint> lower, Vector256<uint> upper) = (Vector256.Create(mask.Lower), Vector256.Create(mask.Upper));
            int unit = 0;
            for (; unit <= values - Vector256<uint>.Count; unit += Vector256<uint>.Count)
            {
                Factors(Vector256.Create((uint)unit) + Vector256<uint>.Indices, lower, upper, threshold, scale).StoreUnsafe(ref factors, (nuint)unit);
            }

            for (; unit < values; unit++)
            {
                Unsafe.Add(ref factors, unit) = mask.Factor(unit, threshold, scale);
            }

            factors = ref Unsafe.Add(ref factors, stride);
        }
    }

    /// <summary>Draws those of planes, whose samples stand side by side; also of values without a shape, each a channel of one column.</summary>
    /// <param name="masks">The masks, from the first sample on.</param>
    /// <param name="layer">The layer, counted from 0.</param>
    /// <param name="probability">p.</param>
    /// <param name="factors">Receives the factors of the first line.</param>
    /// <param name="stride">Floats from a line of a channel to that of the next.</param>
    /// <param name="height">The lines.</param>
    /// <param name="width">The columns.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="samples">The samples of a column, or whole vectors of them.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void OfPlanes(DropoutMasks masks, int layer, float probability, ref float factors, int stride, int height, int width, int channels, int samples)
    {
        (int threshold, float scale) = (DropoutMask.Threshold(probability), DropoutMask.Scale(probability));
        Span<uint> lower = stackalloc uint[Vector256<uint>.Count];
        Span<uint> upper = stackalloc uint[Vector256<uint>.Count];
        for (int first = 0; first < samples; first += lower.Length)
        {
            int count = Math.Min(samples - first, lower.Length);
            for (int sample = 0; sample < count; sample++)
            {
                DropoutMask mask = masks.Of(layer, first + sample);
                (lower[sample], upper[sample]) = (mask.Lower, mask.Upper);
            }

            (Vector256<uint> lowers, Vector256<uint> uppers) = (Vector256.Create<uint>(lower), Vector256.Create<uint>(upper));
            for (int row = 0; row < height * channels; row++)
            {
                ref float line = ref Unsafe.Add(ref factors, (row * stride) + first);
                int start = (row / channels * width * channels) + (row % channels);
                for (int column = 0; column < width; column++)
                {
                    Vector256<float> drawn = Factors(Vector256.Create((uint)(start + (column * channels))), lowers, uppers, threshold, scale);
                    if (count == lower.Length)
                    {
                        drawn.StoreUnsafe(ref line, (nuint)(column * samples));
                    }
                    else
                    {
                        // Vectors of 128 bits may leave half of the last one.
                        drawn.GetLower().StoreUnsafe(ref line, (nuint)(column * samples));
                    }
                }
            }
        }
    }

    /// <summary>m ⊙ x: 0 where m is 0, whatever x is.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="from">x.</param>
    /// <param name="fromStride">Floats between its lines.</param>
    /// <param name="factors">m.</param>
    /// <param name="factorStride">Floats between its lines.</param>
    /// <param name="to">Receives the products.</param>
    /// <param name="toStride">Floats between their lines.</param>
    /// <param name="rows">The lines.</param>
    /// <param name="columns">The floats of a line, which are read and written in whole vectors.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void Multiply<TVector, TWords>(
        ref float from, int fromStride, ref float factors, int factorStride, ref float to, int toStride, int rows, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column += TWords.Lanes)
            {
                TVector factor = TWords.Load(ref factors, column);
                TWords.Store(TWords.WhereOther(factor, default, TWords.Multiply(TWords.Load(ref from, column), factor)), ref to, column);
            }

            from = ref Unsafe.Add(ref from, fromStride);
            factors = ref Unsafe.Add(ref factors, factorStride);
            to = ref Unsafe.Add(ref to, toStride);
        }
    }

    /// <summary>What eight values are multiplied with, by the hash of <see cref="DropoutMask"/>.</summary>
    /// <param name="units">The place of each in its sample.</param>
    /// <param name="lower">The <see cref="DropoutMask.Lower"/> of its sample.</param>
    /// <param name="upper">The <see cref="DropoutMask.Upper"/> of its sample.</param>
    /// <param name="threshold">See <see cref="DropoutMask.Threshold"/>.</param>
    /// <param name="scale">See <see cref="DropoutMask.Scale"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Factors(Vector256<uint> units, Vector256<uint> lower, Vector256<uint> upper, int threshold, float scale)
    {
        Vector256<uint> bits = units + lower;
        bits = (bits ^ (bits >> 16)) * 0x7FEB352D;
        bits = ((bits ^ (bits >> 15)) + upper) * 0x846CA68B;
        bits ^= bits >> 16;
        Vector256<int> stays = Vector256.LessThan((bits >> (32 - DropoutMask.ThresholdBits)).AsInt32(), Vector256.Create(threshold));
        return stays.AsSingle() & Vector256.Create(scale);
    }
}
