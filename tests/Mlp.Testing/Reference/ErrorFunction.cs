using System;

namespace Mlp.Testing.Reference;

/// <summary>The error function in double precision, within 1e-14, for the exact GELU.</summary>
/// <remarks>
/// Below 2 the series erf x = 2/√π · e^(−x²) · Σ 2ᵏ x^(2k+1) / (1·3·5…(2k+1)), whose terms share one sign, so that
/// nothing cancels [Abramowitz and Stegun 7.1.6]. From 2 on the continued fraction of erfc [A&amp;S 7.1.14], which keeps its
/// relative precision in the tail.
/// </remarks>
public static class ErrorFunction
{
    private const double Switch = 2;
    private const int FractionTerms = 160;

    /// <summary>erf x.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) < Switch)
        {
            return Series(x);
        }

        return double.IsNaN(x) ? x : Math.Sign(x) * (1 - Tail(Math.Abs(x)));
    }

    /// <summary>erfc x = 1 − erf x, with relative precision where x is large.</summary>
    public static double Erfc(double x) => x >= Switch ? Tail(x) : 1 - Erf(x);

    /// <summary>Φ(x), the cumulative distribution of the standard normal.</summary>
    public static double NormalCumulative(double x) => 0.5 * Erfc(-x / Math.Sqrt(2));

    /// <summary>φ(x), the density of the standard normal.</summary>
    public static double NormalDensity(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int k = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); k++)
        {
            term *= 2 * x * x / ((2 * k) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double Tail(double x)
    {
        double fraction = x;
        for (int k = FractionTerms; k >= 1; k--)
        {
            fraction = x + (k / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
