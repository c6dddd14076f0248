using System;
using System.Globalization;

namespace Mlp.Training;

/// <summary>The usual measures of predicted numbers together.</summary>
/// <param name="Count">The number of samples.</param>
/// <param name="MeanAbsoluteError">The mean of |y − ŷ|, in the targets' unit.</param>
/// <param name="RootMeanSquaredError">The square root of the mean of (y − ŷ)², in the targets' unit.</param>
/// <param name="R2">The coefficient of determination; NaN for a single sample.</param>
public sealed record RegressionReport(int Count, double MeanAbsoluteError, double RootMeanSquaredError, double R2)
{
    /// <summary>Measures predictions.</summary>
    /// <param name="targets">n × <paramref name="targetCount"/> values y, n is 1 or more.</param>
    /// <param name="predictions">As many values ŷ.</param>
    /// <param name="targetCount">The number of targets of a sample, 1 or more.</param>
    /// <exception cref="ArgumentException">There are no samples, or the lengths do not fit.</exception>
    public static RegressionReport Of(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions, int targetCount = 1)
    {
        double meanAbsoluteError = RegressionMetrics.MeanAbsoluteError(targets, predictions, targetCount);
        double rootMeanSquaredError = RegressionMetrics.RootMeanSquaredError(targets, predictions, targetCount);
        double r2 = RegressionMetrics.R2(targets, predictions, targetCount);
        return new RegressionReport(targets.Length / targetCount, meanAbsoluteError, rootMeanSquaredError, r2);
    }

    /// <summary>The measures as four lines of text, the same under every culture; the last one ends without a line feed.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"samples  {Count,12}\nMAE      {MeanAbsoluteError,12:G6}\nRMSE     {RootMeanSquaredError,12:G6}\nR²       {R2,12:F4}");
}
