using System;
using System.Numerics;

namespace Mlp.Initialization;

/// <summary>
/// A random generator that gives the same numbers on every platform: xoshiro256** [Blackman and Vigna 2021], seeded by
/// SplitMix64 [Steele, Lea and Flood 2014]. Real numbers come from integers by exact or correctly rounded operations only.
/// </summary>
/// <remarks>A mutable value: pass it by reference, for a copy repeats the same numbers. Not for cryptography.</remarks>
public struct RandomGenerator
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number; every seed starts another sequence.</param>
    public RandomGenerator(ulong seed)
    {
        _s0 = NextSplitMix64(ref seed);
        _s1 = NextSplitMix64(ref seed);
        _s2 = NextSplitMix64(ref seed);
        _s3 = NextSplitMix64(ref seed);
    }

    /// <summary>Starts a sequence at a state, for comparison with published numbers.</summary>
    internal RandomGenerator(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        _s0 = s0;
        _s1 = s1;
        _s2 = s2;
        _s3 = s3;
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = unchecked(BitOperations.RotateLeft(unchecked(_s1 * 5), 7) * 9);
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>The next number of 24 random bits in [0, 1).</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / 16777216f);

    /// <summary>The next number uniform on [−limit, limit], of 53 random bits before it is rounded to float.</summary>
    /// <param name="limit">The largest magnitude, finite and 0 or more.</param>
    public float NextUniform(float limit) => (float)(NextSymmetric() * limit);

    /// <summary>The next number from the normal distribution with mean 0 and variance 1, by the polar method [Marsaglia 1964].</summary>
    /// <remarks>Of each pair that the method makes one is given out and none is kept: the state is the four words alone.</remarks>
    public float NextNormal()
    {
        while (true)
        {
            double x = NextSymmetric();
            double y = NextSymmetric();
            double xx = x * x;
            double yy = y * y;
            double s = xx + yy;
            if (s is > 0 and < 1)
            {
                return (float)(x * Math.Sqrt(-2 * PortableLog(s) / s));
            }
        }
    }

    /// <summary>Uniform on [−1, 1) in steps of 2⁻⁵²: an integer of 53 bits, scaled exactly.</summary>
    private double NextSymmetric() => ((long)(NextUInt64() >> 11) - (1L << 52)) * (1.0 / (1L << 52));

    /// <summary>
    /// The natural logarithm of a positive normal number by correctly rounded operations alone: x = 2ᵉ m with m in
    /// [√½, √2), log m = 2 artanh t with t = (m − 1) / (m + 1), |t| ≤ 0.172, by its series up to t²¹.
    /// </summary>
    /// <remarks>Each product stands in a statement of its own: C# fuses no multiplication with an addition.</remarks>
    internal static double PortableLog(double x)
    {
        const long PivotBits = 0x3FE6A09E667F3BCD;
        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponentBits = unchecked(bits - PivotBits) & unchecked((long)0xFFF0000000000000);
        double e = exponentBits >> 52;
        double m = BitConverter.Int64BitsToDouble(bits - exponentBits);
        double t = (m - 1) / (m + 1);
        double square = t * t;
        double sum = 0;
        for (int k = 21; k >= 1; k -= 2)
        {
            sum *= square;
            sum += 1.0 / k;
        }

        double logarithm = 2 * t;
        logarithm *= sum;
        double power = e * 0.6931471805599453;
        return power + logarithm;
    }

    private static ulong NextSplitMix64(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
