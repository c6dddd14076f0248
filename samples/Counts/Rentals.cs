using System;
using System.Collections.Generic;
using Mlp.Initialization;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>
/// Hours of a made-up bicycle hire: the number of bicycles hired in an hour is drawn from a Poisson distribution whose rate is
/// log-linear, ln λ = bias + Σ coefficient · feature. As the truth is known, a fit can be compared with it.
/// </summary>
internal static class Rentals
{
    public const double Bias = 1.5;

    /// <summary>What an hour is described by, with the true coefficients.</summary>
    public static IReadOnlyList<(string Feature, double Coefficient)> Truth { get; } =
    [
        ("temperature", 0.5),   // in standard deviations from the mean of the year
        ("rain", -1.0),         // 0 or 1
        ("weekend", -0.4),      // 0 or 1
        ("rush hour", 1.2),     // 0 or 1
        ("wind", -0.2),         // in standard deviations from the mean of the year
    ];

    public static Dataset Draw(int hours, ulong seed)
    {
        var random = new RandomGenerator(seed);
        var features = new List<float[]>();
        var counts = new List<float>();
        for (int hour = 0; hour < hours; hour++)
        {
            float[] drawn =
            [
                (float)random.NextNormal(),
                random.NextSingle() < 0.25 ? 1 : 0,
                random.NextSingle() < 2.0 / 7 ? 1 : 0,
                random.NextSingle() < 0.2 ? 1 : 0,
                (float)random.NextNormal(),
            ];
            features.Add(drawn);
            counts.Add(Poisson(ref random, RateOf(drawn)));
        }

        return Dataset.FromTargets(features, counts.ToArray());
    }

    /// <summary>The true rate of an hour.</summary>
    public static double RateOf(ReadOnlySpan<float> features)
    {
        double logarithm = Bias;
        for (int index = 0; index < features.Length; index++)
        {
            logarithm += Truth[index].Coefficient * features[index];
        }

        return Math.Exp(logarithm);
    }

    /// <summary>How many uniform numbers are multiplied before the product falls below e^−λ [Knuth, The Art of Computer Programming 3.4.1].</summary>
    private static int Poisson(ref RandomGenerator random, double rate)
    {
        double limit = Math.Exp(-rate);
        int count = 0;
        for (double product = random.NextSingle(); product > limit; product *= random.NextSingle())
        {
            count++;
        }

        return count;
    }
}
