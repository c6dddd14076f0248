using System;

namespace Mlp.Initialization;

/// <summary>The natural logarithm, the same bit for bit on every platform: <see cref="Math.Log(double)"/> is the C library's.</summary>
/// <remarks>
/// With x = 2ᵉ · m, m in [√½, √2) and r = (m − 1)/(m + 1): ln x = e · ln 2 + 2 · artanh r, and
/// artanh r = r + r³/3 + r⁵/5 + … . As |r| ≤ 0.1716, the terms past r²¹/21 are below 2⁻⁵⁶ of the sum. Every operation is
/// one that IEEE 754 rounds correctly; measured over (0, 1): within 2 units in the last place.
/// </remarks>
internal static class PortableLogarithm
{
    private const int SignificandBits = 52;
    private const long SignificandMask = (1L << SignificandBits) - 1;
    private const long ExponentBias = 1023;
    private const double Sqrt2 = 1.4142135623730951;

    // ln 2 in two parts; the first ends in 21 zeros, so that its product with an exponent is exact.
    internal const double Ln2High = 0.6931471803691238; // 0x3FE62E42FEE00000
    internal const double Ln2Low = 1.9082149292705877E-10; // 0x3DEA39EF35793C76

    /// <summary>ln x.</summary>
    /// <param name="x">A positive, finite and normal number.</param>
    internal static double Of(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits >> SignificandBits) - ExponentBias;
        double m = BitConverter.Int64BitsToDouble((bits & SignificandMask) | (ExponentBias << SignificandBits));
        if (m >= Sqrt2)
        {
            m *= 0.5;
            exponent++;
        }

        double r = (m - 1) / (m + 1);
        double square = r * r;
        double series = 1.0 / 21;
        series = (series * square) + (1.0 / 19);
        series = (series * square) + (1.0 / 17);
        series = (series * square) + (1.0 / 15);
        series = (series * square) + (1.0 / 13);
        series = (series * square) + (1.0 / 11);
        series = (series * square) + (1.0 / 9);
        series = (series * square) + (1.0 / 7);
        series = (series * square) + (1.0 / 5);
        series = (series * square) + (1.0 / 3);
        double twice = 2 * r;
        return (exponent * Ln2High) + (twice + ((twice * square * series) + (exponent * Ln2Low)));
    }
}
