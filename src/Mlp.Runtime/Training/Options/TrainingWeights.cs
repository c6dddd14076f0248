using System;
using System.Collections.Generic;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>The weight of each sample to learn from, made of the weights of classes and of samples.</summary>
internal static class TrainingWeights
{
    /// <summary>The product of both weights, scaled so that their mean is 1: the learning rate then means what it means without weights.</summary>
    /// <param name="training">The samples to learn from.</param>
    /// <param name="rows">The row of each of them in the data that sample weights were given for; none where they are the same rows.</param>
    /// <param name="options">The weights that are asked for.</param>
    /// <returns>A weight for each sample of <paramref name="training"/>; empty where no weights are asked for.</returns>
    /// <exception cref="ArgumentException">Class weights do not fit the data, or all weights are 0.</exception>
    internal static float[] For(Dataset training, int[]? rows, TrainerOptions options)
    {
        if (!options.HasWeights)
        {
            return [];
        }

        double[] products = new double[training.Count];
        double[]? byClass = options.ClassWeights?.For(training);
        CompensatedSum weights = default;
        for (int row = 0; row < products.Length; row++)
        {
            double product = options.SampleWeights is { } bySample ? bySample[rows is null ? row : rows[row]] : 1;
            products[row] = byClass is null ? product : product * byClass[training.Label(row)];
            weights.Add(products[row]);
        }

        double sum = weights.Value;
        double scale = products.Length / sum;
        return sum > 0 && double.IsFinite(sum) && double.IsFinite(scale)
            ? Array.ConvertAll(products, product => (float)(product * scale))
            : throw new ArgumentException(
                RowMajor.Invariant($"The weights of all {products.Length} training samples add up to {sum}, but at least one must be above 0 and the sum finite: correct ClassWeights or SampleWeights."),
                nameof(options));
    }

    /// <summary>Where samples have weights, each row of the data has one.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    internal static void RequireOneEach(Dataset data, TrainerOptions options)
    {
        if (options.SampleWeights is { } weights && weights.Count != data.Count)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"SampleWeights has length {weights.Count}, but must have length {data.Count}, one weight for each row of data."), nameof(options));
        }
    }

    /// <summary>Takes weights over from their owner.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    internal static IReadOnlyList<float> Copy(IReadOnlyList<float> weights, string name)
    {
        float[] copy = [.. weights];
        for (int row = 0; row < copy.Length; row++)
        {
            if (!(copy[row] >= 0 && float.IsFinite(copy[row])))
            {
                Hyperparameter.NotNegative(copy[row], RowMajor.Invariant($"{name}[{row}]"));
            }
        }

        return Array.AsReadOnly(copy);
    }
}
