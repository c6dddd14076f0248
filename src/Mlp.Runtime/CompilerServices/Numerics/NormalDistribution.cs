using System;

namespace Mlp.CompilerServices;

/// <summary>The standard normal distribution in double precision, for what must be known more exactly than kernels compute it.</summary>
/// <remarks>
/// The series erf x = 2/√π · e^(−x²) · Σ 2ᵏ x^(2k+1) / (1·3·5…(2k+1)) below 2, whose terms share one sign, so that nothing cancels
/// [Abramowitz and Stegun 7.1.6]; from 2 on the continued fraction of erfc, which keeps its relative precision in the tail [7.1.14].
/// </remarks>
internal static class NormalDistribution
{
    private const double Switch = 2;
    private const int FractionTerms = 160;

    /// <summary>Φ(z), the probability of a value up to z; within 1e-13 of it, relative.</summary>
    internal static double Cumulative(double z)
    {
        double x = Math.Abs(z) / Math.Sqrt(2);
        double tail = x < Switch ? (1 - Series(x)) / 2 : Tail(x) / 2;
        return z < 0 ? tail : 1 - tail;
    }

    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int k = 1; term > 1e-18 * sum; k++)
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
