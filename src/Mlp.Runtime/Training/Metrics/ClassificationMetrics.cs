using System;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// Measures of predicted classes and of predicted probabilities. Counts are exact; sums are taken in <see cref="double"/>, with an
/// error bound that does not grow with the number of samples (docs/numerics.md).
/// </summary>
public static class ClassificationMetrics
{
    // The ε that scikit-learn 1.2 clips predictions of type float32 with: 2⁻²³.
    private const double Epsilon = 1.0 / (1 << 23);

    /// <summary>The part of samples whose predicted class is the actual one, 0 to 1.</summary>
    /// <param name="actual">n classes, n is 1 or more.</param>
    /// <param name="predicted">n classes.</param>
    /// <exception cref="ArgumentException">There are no samples, or the lengths differ.</exception>
    public static double Accuracy(ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted)
    {
        Require.NotEmpty(actual.Length, nameof(actual));
        Require.Length(predicted.Length, actual.Length, nameof(predicted));
        int correct = 0;
        for (int index = 0; index < actual.Length; index++)
        {
            correct += actual[index] == predicted[index] ? 1 : 0;
        }

        return (double)correct / actual.Length;
    }

    /// <summary>
    /// The mean of −ln p of the actual class, in nats, 0 or more [scikit-learn 1.2, log_loss]: p is clipped to
    /// [ε, 1 − ε] with ε = 2⁻²³, then divided by the sum over the classes.
    /// </summary>
    /// <param name="labels">n classes, n is 1 or more.</param>
    /// <param name="probabilities">
    /// n × C probabilities for C classes, or n probabilities of class 1 of two. C follows from the lengths.
    /// </param>
    /// <returns>The loss; NaN where a probability is NaN or infinite.</returns>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit, or a label is no class.</exception>
    public static double LogLoss(ReadOnlySpan<int> labels, ReadOnlySpan<float> probabilities)
    {
        Require.NotEmpty(labels.Length, nameof(labels));
        int columns = Math.Max(1, probabilities.Length / labels.Length);
        Require.BatchLength(probabilities.Length, labels.Length, columns, nameof(probabilities));
        Require.Labels(labels, Math.Max(2, columns), nameof(labels));
        CompensatedSum sum = default;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<float> sample = probabilities.Slice(row * columns, columns);
            double ofActual;
            double total;
            if (columns == 1)
            {
                double ofOne = Clip(sample[0]);
                ofActual = labels[row] == 1 ? ofOne : 1 - ofOne;
                total = 1;
            }
            else
            {
                ofActual = Clip(sample[labels[row]]);
                total = 0;
                foreach (float probability in sample)
                {
                    total += Clip(probability);
                }
            }

            sum.Add(-Math.Log(ofActual / total));
        }

        return sum.Mean(labels.Length);
    }

    // Infinity is no sure thing.
    private static double Clip(float probability) => float.IsFinite(probability) ? Math.Clamp(probability, Epsilon, 1 - Epsilon) : double.NaN;
}
