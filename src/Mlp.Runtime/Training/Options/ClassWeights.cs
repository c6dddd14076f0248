using System;
using System.Collections.Generic;
using System.Globalization;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>How much the samples of each class count in a training. Immutable.</summary>
/// <example><code>new TrainerOptions { ClassWeights = new(1, 5) }      // a sample of class 1 counts as five of class 0
/// new TrainerOptions { ClassWeights = ClassWeights.Balanced }</code></example>
public sealed class ClassWeights
{
    // None where they follow from the data.
    private readonly double[]? _weights;

    /// <summary>A weight for each class.</summary>
    /// <param name="weights">As many weights as there are classes, in their order: each finite and 0 or more. Only their ratios matter.</param>
    /// <exception cref="ArgumentException">There is no weight.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    public ClassWeights(params ReadOnlySpan<double> weights)
    {
        if (weights.IsEmpty)
        {
            throw new ArgumentException("weights is empty, but must have a weight for each class.", nameof(weights));
        }

        for (int index = 0; index < weights.Length; index++)
        {
            Hyperparameter.NotNegative(weights[index], RowMajor.Invariant($"weights[{index}]"));
        }

        _weights = weights.ToArray();
    }

    private ClassWeights() => _weights = null;

    /// <summary>
    /// Every class counts alike, however many samples it has: the weight of class c is n / (C · n_c), with n training samples
    /// of C classes, n_c of them of class c, as in scikit-learn's "balanced" [King and Zeng 2001].
    /// </summary>
    public static ClassWeights Balanced { get; } = new();

    /// <summary>The weights that were given, in the order of the classes; null where they follow from the data (<see cref="Balanced"/>).</summary>
    public IReadOnlyList<double>? Weights => _weights is null ? null : Array.AsReadOnly(_weights);

    /// <summary>The weights, or that they are balanced; the same under every culture.</summary>
    public override string ToString() => _weights is null ? nameof(Balanced) : string.Join(", ", Array.ConvertAll(_weights, weight => weight.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The weight of each class.</summary>
    /// <param name="training">The samples to learn from.</param>
    /// <returns><see cref="Dataset.ClassCount"/> weights; 0 for a class without samples where they are balanced.</returns>
    /// <exception cref="ArgumentException">The samples have no labels, or other classes.</exception>
    internal double[] For(Dataset training)
    {
        if (!training.HasLabels)
        {
            throw new ArgumentException("options has ClassWeights, but data has targets and no labels: use SampleWeights, or create the data with Dataset.FromLabels.", "options");
        }

        if (_weights is null)
        {
            return Balance(training.CountLabels(), training.Count);
        }

        return _weights.Length == training.ClassCount
            ? _weights
            : throw new ArgumentException(
                RowMajor.Invariant($"ClassWeights has length {_weights.Length}, but must have length {training.ClassCount}, one weight for each class of data."),
                "options");
    }

    private static double[] Balance(int[] counts, int samples)
    {
        int classes = 0;
        foreach (int count in counts)
        {
            classes += count > 0 ? 1 : 0;
        }

        return Array.ConvertAll(counts, count => count == 0 ? 0 : samples / ((double)classes * count));
    }
}
