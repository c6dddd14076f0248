using System;
using System.Globalization;

namespace Mlp.Training;

/// <summary>
/// Numbers with a fixed number of decimals, as Python formats them: the exact value rounded, and of two equally near the
/// even one (0.125 is "0.12" where .NET writes "0.13"). The same under every culture.
/// </summary>
internal static class FixedPoint
{
    /// <summary>The text of a number with so many decimals.</summary>
    /// <param name="value">Finite, or not.</param>
    /// <param name="digits">The number of decimals, 0 to 15.</param>
    internal static string Format(double value, int digits)
    {
        double power = Math.Pow(10, digits);
        double scaled = value * power;

        // Halfway, and the product is exact: only then are two decimals equally near.
        bool isTie = Math.Abs(scaled - Math.Floor(scaled)) == 0.5 && Math.FusedMultiplyAdd(value, power, -scaled) == 0;
        double rounded = isTie ? Math.Round(scaled, MidpointRounding.ToEven) / power : value;
        return rounded.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
