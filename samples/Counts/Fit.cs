using System;
using System.Linq;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>How well rates foretell counts that were not learnt from.</summary>
/// <param name="Deviance">The mean Poisson deviance: 0 for a prophet, about 1 for the true rates.</param>
/// <param name="LogLikelihood">The mean logarithm of the probability of a count, in nats.</param>
/// <param name="Negative">How many rates are below 0.</param>
/// <param name="Smallest">The smallest rate.</param>
internal sealed record Fit(double Deviance, double LogLikelihood, int Negative, double Smallest)
{
    /// <summary>What smaller rates are measured as: a count has no probability at a rate of 0 or less, and measures would be infinite.</summary>
    public const float LeastRate = 0.1f;

    public static Fit Of(Dataset hours, float[] rates)
    {
        float[] counts = hours.Targets();
        float[] positive = [.. rates.Select(rate => Math.Max(rate, LeastRate))];
        double logLikelihood = counts.Zip(positive, (count, rate) => (count * Math.Log(rate)) - rate - LogFactorial((int)count)).Average();
        return new Fit(RegressionMetrics.MeanPoissonDeviance(counts, positive), logLikelihood, rates.Count(rate => rate < 0), rates.Min());
    }

    private static double LogFactorial(int count) => Enumerable.Range(1, count).Sum(factor => Math.Log(factor));
}
