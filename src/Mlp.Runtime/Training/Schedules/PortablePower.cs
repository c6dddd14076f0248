using System;
using Mlp.Initialization;

namespace Mlp.Training;

/// <summary>Powers, the same bit for bit on every platform: <see cref="Math.Pow"/> is the C library's.</summary>
/// <remarks>
/// A whole exponent is squaring and multiplying, a half the square root, and for another rest e^(y ln x), with ln x from <see cref="PortableLogarithm"/> and
/// eʳ, |r| ≤ ½ ln 2, as its series up to r¹³/13!, whose next term is below 2⁻⁵⁷. Every operation is one that IEEE 754 rounds correctly.
/// </remarks>
internal static class PortablePower
{
    private const int SignificandBits = 52;
    private const int ExponentBias = 1023;
    private const int Terms = 13;

    // Past it every power of a number other than 1 is infinite or 0.
    private const double MostWhole = 1L << 62;

    /// <summary>xʸ.</summary>
    /// <param name="x">1 or more, finite.</param>
    /// <param name="y">0 or more, finite.</param>
    internal static double Of(double x, double y)
    {
        double whole = Math.Floor(y);
        if (whole > MostWhole)
        {
            return x == 1 ? 1 : double.PositiveInfinity;
        }

        return Of(x, (long)whole) * Root(x, y - whole);
    }

    /// <summary>xⁿ.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="n">0 or more.</param>
    internal static double Of(double x, long n)
    {
        double power = 1;
        for (; n > 0; n >>= 1)
        {
            power *= (n & 1) == 1 ? x : 1;
            x *= x;
        }

        return power;
    }

    private static double Root(double x, double part) => part switch
    {
        0 => 1,
        0.5 => Math.Sqrt(x),
        _ => Exponential(part * PortableLogarithm.Of(x)),
    };

    /// <summary>eᶻ for z from 0 to 44, as much as the logarithm of a 64-bit number is.</summary>
    private static double Exponential(double z)
    {
        double n = Math.Floor((z / (PortableLogarithm.Ln2High + PortableLogarithm.Ln2Low)) + 0.5);
        double r = (z - (n * PortableLogarithm.Ln2High)) - (n * PortableLogarithm.Ln2Low);
        double series = 1;
        for (int term = Terms; term > 0; term--)
        {
            series = 1 + (series * r / term);
        }

        return series * BitConverter.Int64BitsToDouble(((long)n + ExponentBias) << SignificandBits);
    }
}
