using System;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Measures of predicted numbers. Several targets a sample are measured apart and averaged with equal weight
/// [scikit-learn 1.2, multioutput="uniform_average"]. Sums are taken in <see cref="double"/>, with an error bound that does not
/// grow with the number of samples (docs/numerics.md).
/// </summary>
/// <remarks>
/// A target or a prediction that is NaN makes every measure NaN; one that is infinite makes it NaN or as bad as it can be, never a
/// number that looks good. scikit-learn refuses both.
/// </remarks>
public static class RegressionMetrics
{
    /// <summary>The mean of |y − ŷ|, in the targets' unit.</summary>
    /// <param name="targets">n × <paramref name="targetCount"/> values y, n is 1 or more.</param>
    /// <param name="predictions">As many values ŷ.</param>
    /// <param name="targetCount">The number of targets of a sample, 1 or more.</param>
    /// <exception cref="ArgumentException">There are no samples, or the lengths do not fit.</exception>
    public static double MeanAbsoluteError(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions, int targetCount = 1)
    {
        RequireSamples(targets, predictions, targetCount);
        CompensatedSum sum = default;
        for (int index = 0; index < targets.Length; index++)
        {
            sum.Add(Math.Abs((double)targets[index] - predictions[index]));
        }

        return sum.Mean(targets.Length);
    }

    /// <summary>
    /// The square root of the mean of (y − ŷ)², in the targets' unit; of several targets the mean of their roots.
    /// </summary>
    /// <inheritdoc cref="MeanAbsoluteError"/>
    public static double RootMeanSquaredError(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions, int targetCount = 1)
    {
        int samples = RequireSamples(targets, predictions, targetCount);
        double sum = 0;
        for (int column = 0; column < targetCount; column++)
        {
            sum += Math.Sqrt(SquaredErrors(targets, predictions, targetCount, column) / samples);
        }

        return sum / targetCount;
    }

    /// <summary>
    /// The coefficient of determination, R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)²: 1 is perfect, 0 as good as the mean, no lower end.
    /// </summary>
    /// <returns>
    /// R². For a constant target 1 where it is predicted exactly, otherwise 0; NaN for a single sample
    /// [scikit-learn 1.2, r2_score]. −∞ where a prediction is infinite.
    /// </returns>
    /// <inheritdoc cref="MeanAbsoluteError"/>
    public static double R2(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions, int targetCount = 1)
    {
        int samples = RequireSamples(targets, predictions, targetCount);
        if (samples < 2)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int column = 0; column < targetCount; column++)
        {
            double unexplained = SquaredErrors(targets, predictions, targetCount, column);
            double total = SquaredDeviations(targets, targetCount, column);
            sum += Explained(unexplained, total);
        }

        return sum / targetCount;
    }

    /// <summary>
    /// The mean of 2 (y ln(y / ŷ) − y + ŷ), with 0 ln 0 = 0: the deviance of Poisson regression, 0 or more
    /// [scikit-learn 1.2, mean_poisson_deviance].
    /// </summary>
    /// <param name="targets">n × <paramref name="targetCount"/> counts y of 0 or more, n is 1 or more.</param>
    /// <param name="predictions">As many rates ŷ above 0.</param>
    /// <param name="targetCount">The number of targets of a sample, 1 or more.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit, or a value is outside its range.</exception>
    public static double MeanPoissonDeviance(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions, int targetCount = 1)
    {
        RequireSamples(targets, predictions, targetCount);
        Require.Counts(targets, targetCount, nameof(targets));
        CompensatedSum sum = default;
        for (int index = 0; index < targets.Length; index++)
        {
            double target = targets[index];
            double prediction = predictions[index];
            if (!(prediction > 0 && double.IsFinite(prediction)))
            {
                throw NotPositive(prediction, index / targetCount, index % targetCount);
            }

            double logarithm = target == 0 ? 0 : target * Math.Log(target / prediction);
            sum.Add(2 * (logarithm - target + prediction));
        }

        return sum.Mean(targets.Length);
    }

    /// <summary>R² of one target.</summary>
    /// <param name="unexplained">Σ (y − ŷ)².</param>
    /// <param name="total">Σ (y − ȳ)².</param>
    internal static double Explained(double unexplained, double total) =>
        unexplained == 0 ? 1 : total == 0 && double.IsFinite(unexplained) ? 0 : 1 - (unexplained / total);

    private static double SquaredErrors(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions, int targetCount, int column)
    {
        CompensatedSum sum = default;
        int samples = targets.Length / targetCount;
        for (int row = 0; row < samples; row++)
        {
            int index = (row * targetCount) + column;
            double error = (double)targets[index] - predictions[index];
            sum.Add(error * error);
        }

        return sum.Value;
    }

    private static double SquaredDeviations(ReadOnlySpan<float> targets, int targetCount, int column)
    {
        CompensatedSum values = default;
        int samples = targets.Length / targetCount;
        for (int row = 0; row < samples; row++)
        {
            values.Add(targets[(row * targetCount) + column]);
        }

        double mean = values.Mean(samples);
        CompensatedSum sum = default;
        for (int row = 0; row < samples; row++)
        {
            double deviation = targets[(row * targetCount) + column] - mean;
            sum.Add(deviation * deviation);
        }

        return sum.Value;
    }

    private static int RequireSamples(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions, int targetCount)
    {
        Hyperparameter.AtLeast(targetCount, 1);
        int samples = Require.Samples(targets.Length, targetCount, nameof(targets));
        Require.NotEmpty(samples, nameof(targets));
        Require.Length(predictions.Length, targets.Length, nameof(predictions));
        return samples;
    }

    private static ArgumentException NotPositive(double prediction, int row, int column) => new(
        RowMajor.Invariant($"predictions has {prediction} in row {row}, column {column} (counted from 0), but must have finite rates above 0, such as an Exp output predicts."),
        "predictions");
}
