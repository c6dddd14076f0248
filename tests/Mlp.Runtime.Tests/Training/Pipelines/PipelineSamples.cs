using System;
using System.Collections.Generic;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Pipelines;

/// <summary>Samples in units that no network learns from as they are: prices of 100,000 and more, floors of 1 to 9, areas of 20 to 300.</summary>
internal static class PipelineSamples
{
    /// <summary>Price = 50,000 + 2,500 · area + 12,000 · floor, with a little noise.</summary>
    internal static Dataset Prices(int count, int seed = 7)
    {
        var random = new Random(seed);
        float[] features = new float[2 * count];
        float[] targets = new float[count];
        for (int row = 0; row < count; row++)
        {
            features[2 * row] = 20 + (280 * random.NextSingle());
            features[(2 * row) + 1] = random.Next(1, 10);
            targets[row] = 50_000 + (2_500 * features[2 * row]) + (12_000 * features[(2 * row) + 1]) + (2_000 * random.NextSingle());
        }

        return Dataset.FromTargets(features, 2, targets);
    }

    /// <summary>Three heaps around points far from 0, of different sizes in the two features.</summary>
    internal static Dataset Kinds(int count, IReadOnlyList<string>? names, int seed = 3)
    {
        var random = new Random(seed);
        float[] features = new float[2 * count];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            labels[row] = row % 3;
            features[2 * row] = 1_000 + (40 * labels[row]) + (20 * random.NextSingle());
            features[(2 * row) + 1] = 0.01f * ((labels[row] == 1 ? 2 : 1) + (0.5f * random.NextSingle()));
        }

        return Dataset.FromLabels(features, 2, labels, names);
    }
}
