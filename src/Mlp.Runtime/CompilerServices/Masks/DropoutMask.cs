using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Which values of one sample a layer drops.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. The masks must not: a training could not be resumed.
/// <para>
/// A value's place in the sample is the counter of a hash of 32 bits, with the lower half of the sample's key before the first multiplication and the upper
/// half before the second: x = unit + lower; x = (x ^ x >> 16) · 0x7FEB352D; x = ((x ^ x >> 15) + upper) · 0x846CA68B; x ^= x >> 16. The value stays if the
/// upper 24 bits of x are below the threshold. Multiplications, additions, shifts and the comparison, whose operands are below 2³¹, are those that every
/// vector has for lanes of 32 bits. The multipliers and shifts are those of lowbias32 [Wellons 2018].
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DropoutMask
{
    /// <summary>The bits of a threshold: a probability is rounded to a multiple of 2⁻²⁴.</summary>
    internal const int ThresholdBits = 24;

    internal DropoutMask(ulong key) => (Lower, Upper) = ((uint)key, (uint)(key >> 32));

    /// <summary>What is added to the place of a value.</summary>
    public uint Lower { get; }

    /// <summary>What is added before the second multiplication.</summary>
    public uint Upper { get; }

    /// <summary>What the upper 24 bits of the hash of a value that stays are below: 1 to 2²⁴, where all stay.</summary>
    /// <param name="probability">The probability of being dropped: 0 or more, and below 1.</param>
    public static int Threshold(float probability) => (int)Math.Round((1 - (double)probability) * (1 << ThresholdBits), MidpointRounding.AwayFromZero);

    /// <summary>What the values that stay are multiplied with: 1 / (1 − p), rounded once.</summary>
    /// <param name="probability">The probability of being dropped: 0 or more, and below 1.</param>
    public static float Scale(float probability) => (float)(1 / (1 - (double)probability));

    /// <summary>Whether a value stays.</summary>
    /// <param name="unit">Its place in the sample, counted from 0.</param>
    /// <param name="threshold">See <see cref="Threshold"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Keeps(int unit, int threshold) => Numbered(unit) < threshold;

    /// <summary>What a value is multiplied with: 0 where it is dropped. Without a branch, which would be guessed wrong every other time.</summary>
    /// <param name="unit">Its place in the sample, counted from 0.</param>
    /// <param name="threshold">See <see cref="Threshold"/>.</param>
    /// <param name="scale">See <see cref="Scale"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Factor(int unit, int threshold, float scale) =>
        BitConverter.Int32BitsToSingle(((Numbered(unit) - threshold) >> 31) & BitConverter.SingleToInt32Bits(scale));

    private int Numbered(int unit)
    {
        uint bits = (uint)unit + Lower;
        bits = (bits ^ (bits >> 16)) * 0x7FEB352D;
        bits = ((bits ^ (bits >> 15)) + Upper) * 0x846CA68B;
        bits ^= bits >> 16;
        return (int)(bits >> (32 - ThresholdBits));
    }
}
