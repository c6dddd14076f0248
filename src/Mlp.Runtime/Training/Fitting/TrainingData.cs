using System;

namespace Mlp.Training;

/// <summary>Which samples are learned from and which are validated with, checked against the network.</summary>
/// <param name="Training">The samples to learn from.</param>
/// <param name="Validation">The samples to validate with, if there are any.</param>
/// <param name="Weights">The weight of each sample to learn from, their mean 1; empty where all count alike.</param>
internal readonly record struct TrainingData(Dataset Training, Dataset? Validation, float[] Weights)
{
    /// <summary>Divides the data as the options say.</summary>
    /// <exception cref="ArgumentException">The data does not fit the network, or the options contradict each other.</exception>
    internal static TrainingData For<TNetwork>(INetwork<TNetwork> network, Dataset data, TrainerOptions options)
        where TNetwork : INetwork<TNetwork>
    {
        DataFit.RequireSamples(network, data, nameof(data));
        TrainingWeights.RequireOneEach(data, options);
        if (options.ValidationFraction is { } fraction)
        {
            return options.Validation is null
                ? Split(data, fraction, options)
                : throw new ArgumentException("options has both Validation and ValidationFraction: set one of them.", nameof(options));
        }

        if (options.Validation is { } validation)
        {
            DataFit.RequireSamples(network, validation, nameof(TrainerOptions.Validation));
            DataFit.RequireSameMeaning(data, validation, nameof(TrainerOptions.Validation));
        }

        return new TrainingData(data, options.Validation, TrainingWeights.For(data, null, options));
    }

    private static TrainingData Split(Dataset data, double fraction, TrainerOptions options)
    {
        if (data.Count < 2)
        {
            throw new ArgumentException("data has one sample, and ValidationFraction needs two or more: one to learn from and one to validate with.", nameof(data));
        }

        (int[] rows, int[] heldOut) = data.SplitRows(fraction, options.Seed);
        Dataset training = data.Subset(rows);
        return new TrainingData(training, data.Subset(heldOut), TrainingWeights.For(training, rows, options));
    }
}
