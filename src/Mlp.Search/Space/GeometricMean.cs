using System;

namespace Mlp.Searching.Space;

/// <summary>low · (high / low)ᵘ, the same bit for bit on every platform: <see cref="Math.Pow"/> is the C library's.</summary>
/// <remarks>
/// The exponent is a binary fraction: with r = high / low, r to the power of its k-th bit is √ of that of the bit before it, and IEEE 754 rounds roots
/// and products correctly.
/// </remarks>
internal static class GeometricMean
{
    private const int Bits = 53;

    /// <summary>A number between both ends.</summary>
    /// <param name="low">Above 0.</param>
    /// <param name="high">Above <paramref name="low"/>.</param>
    /// <param name="bits">64 bits, of which the upper 53 are the exponent, 0 to 1.</param>
    internal static double Of(double low, double high, ulong bits)
    {
        // Roots of both ends and not of their ratio, which may have no double.
        double number = low;
        double upper = Math.Sqrt(high);
        double lower = Math.Sqrt(low);
        for (int bit = 1; bit <= Bits; bit++)
        {
            if ((bits >> (64 - bit) & 1) != 0)
            {
                number *= upper / lower;
            }

            (upper, lower) = (Math.Sqrt(upper), Math.Sqrt(lower));
        }

        return Math.Clamp(number, low, high);
    }
}
