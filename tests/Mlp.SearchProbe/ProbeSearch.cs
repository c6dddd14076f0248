using System;
using Mlp.Initialization;
using Mlp.Searching;
using Mlp.Training;

namespace Mlp.SearchProbe;

/// <summary>The search of the tests, the same in each process.</summary>
internal static class ProbeSearch
{
    /// <summary>Samples around four centres, as many as an epoch should take time for.</summary>
    internal static Dataset Data(int count)
    {
        const int Features = 16;
        const int Classes = 4;
        var generator = new RandomGenerator(7);
        float[] features = new float[count * Features];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            labels[row] = row % Classes;
            for (int feature = 0; feature < Features; feature++)
            {
                features[(row * Features) + feature] = (float)(generator.NextNormal() + (feature % Classes == labels[row] ? 0.7 : 0));
            }
        }

        return Dataset.FromLabels(features, Features, labels);
    }

    /// <summary>Which networks and settings.</summary>
    internal static SearchSpace Space() => SearchSpace.Of<SlowNet>().Or<OtherNet>().LearningRate(Values.Logarithmic(1e-3, 0.1)).BatchSize(32, 64);

    /// <summary>How it is searched.</summary>
    internal static SearchOptions Options(string name, int trials) => new()
    {
        Name = name,
        Trials = trials,
        Epochs = 8,
        Folds = 1,
        Halving = new SuccessiveHalving { FirstEpochs = 2, Factor = 2 },
        Score = SearchScore.Accuracy,
        Scaler = SearchScaler.Standard,
        Keep = 3,
        Workers = 1,

        // Every epoch is kept, however short.
        CheckpointInterval = TimeSpan.Zero,
    };
}
