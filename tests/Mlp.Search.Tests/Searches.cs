using Mlp.Searching.Space;

namespace Mlp.Searching.Tests;

/// <summary>Definitions for tests.</summary>
internal static class Searches
{
    /// <summary>A small space of two networks with drawn and listed values.</summary>
    internal static SearchSpace Space => SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(Values.Logarithmic(1e-3, 0.3)).BatchSize(8, 16);

    /// <summary>A random search of it.</summary>
    internal static SearchDefinition Random(int trials, ulong seed = 1) =>
        SearchDefinition.Of(Space, Samples.Clouds(), new SearchOptions { Trials = trials, Seed = seed, Epochs = 3 });

    /// <summary>A random search with halving, for queues: its trials are never run.</summary>
    internal static SearchDefinition Halving(int trials, int factor = 3, int epochs = 30, int keep = 4, SearchScore score = SearchScore.Accuracy) =>
        SearchDefinition.Of(Space, Samples.Clouds(), new SearchOptions
        {
            Trials = trials,
            Epochs = epochs,
            Halving = new SuccessiveHalving { FirstEpochs = 2, Factor = factor },
            Score = score,
            Keep = keep,
        });
}
