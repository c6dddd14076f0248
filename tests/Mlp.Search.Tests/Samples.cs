using Mlp.Initialization;
using Mlp.Training;

namespace Mlp.Searching.Tests;

/// <summary>Samples to search with, drawn from fixed seeds.</summary>
internal static class Samples
{
    /// <summary>Three clouds of four features, which overlap a little.</summary>
    internal static Dataset Clouds(int count = 90, ulong seed = 1)
    {
        var generator = new RandomGenerator(seed);
        float[] features = new float[count * 4];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            labels[row] = row % 3;
            for (int feature = 0; feature < 4; feature++)
            {
                features[(row * 4) + feature] = (float)((generator.NextNormal() * 0.7) + (feature == labels[row] ? 2 : 0));
            }
        }

        return Dataset.FromLabels(features, 4, labels, ["one", "two", "three"]);
    }

    /// <summary>Two numbers that are sums of three, far from 0, with some noise.</summary>
    internal static Dataset Lines(int count = 80, ulong seed = 2)
    {
        var generator = new RandomGenerator(seed);
        float[] features = new float[count * 3];
        float[] targets = new float[count * 2];
        for (int row = 0; row < count; row++)
        {
            for (int feature = 0; feature < 3; feature++)
            {
                features[(row * 3) + feature] = (float)((generator.NextNormal() * 10) + 50);
            }

            targets[row * 2] = (float)((3 * features[row * 3]) - features[(row * 3) + 1] + generator.NextNormal());
            targets[(row * 2) + 1] = (float)(1000 + features[(row * 3) + 2] + generator.NextNormal());
        }

        return Dataset.FromTargets(features, 3, targets, 2);
    }
}
