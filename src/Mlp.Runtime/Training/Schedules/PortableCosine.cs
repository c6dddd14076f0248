using System;

namespace Mlp.Training;

/// <summary>The cosine of half a turn's parts, the same bit for bit on every platform: <see cref="Math.Cos"/> is the C library's.</summary>
/// <remarks>
/// The series of cosine and sine on the first quarter of π, mirrored: their next terms are below 2⁻⁵⁷. Every operation is one that IEEE 754 rounds
/// correctly.
/// </remarks>
internal static class PortableCosine
{
    private const int LastCosine = 18;
    private const int LastSine = 17;

    /// <summary>cos(π t).</summary>
    /// <param name="t">From 0 to 1.</param>
    internal static double OfHalfTurn(double t) => t switch
    {
        <= 0.25 => Cosine(Math.PI * t),
        < 0.75 => Sine(Math.PI * (0.5 - t)),
        _ => -Cosine(Math.PI * (1 - t)),
    };

    private static double Cosine(double x)
    {
        double series = 1;
        for (int term = LastCosine; term > 0; term -= 2)
        {
            series = 1 - (series * x * x / (term * (term - 1)));
        }

        return series;
    }

    private static double Sine(double x)
    {
        double series = 1;
        for (int term = LastSine; term > 1; term -= 2)
        {
            series = 1 - (series * x * x / (term * (term - 1)));
        }

        return x * series;
    }
}
