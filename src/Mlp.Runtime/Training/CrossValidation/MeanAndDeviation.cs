using System;
using System.Collections.Generic;
using System.Globalization;

namespace Mlp.Training;

/// <summary>A measure over the folds of a cross-validation.</summary>
/// <param name="Mean">Its mean over the folds, each with the same weight.</param>
/// <param name="StandardDeviation">Its standard deviation over the folds, with n in the denominator, as NumPy's std has it.</param>
public readonly record struct MeanAndDeviation(double Mean, double StandardDeviation)
{
    /// <summary>Such as <c>0.9667 ± 0.0211</c>, the same under every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4} ± {StandardDeviation:G3}");

    /// <summary>Mean and deviation of a few numbers; NaN where one of them is.</summary>
    /// <param name="values">One number or more.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static MeanAndDeviation Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            throw new ArgumentException("values is empty, but must have one number or more.", nameof(values));
        }

        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Count;
        }

        double variance = 0;
        foreach (double value in values)
        {
            variance += (value - mean) * (value - mean) / values.Count;
        }

        return new MeanAndDeviation(mean, Math.Sqrt(variance));
    }
}
