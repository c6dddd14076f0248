using System;
using System.Threading;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.Searching.Tests.Grains;

/// <summary>A search of two networks with folds, a scaler and halving, which hosts and the plain loop run alike.</summary>
internal static class FoldedSearch
{
    internal static Dataset Data { get; } = Samples.Clouds();

    internal static SearchSpace Space => SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(Values.Logarithmic(1e-4, 0.3)).BatchSize(8, 16);

    internal static SearchOptions Options => new()
    {
        Trials = 12,
        Epochs = 9,
        Folds = 3,
        Halving = new() { FirstEpochs = 1, Factor = 3 },
        Score = SearchScore.Accuracy,
        Scaler = SearchScaler.Standard,
        CheckpointInterval = TimeSpan.Zero,
    };

    internal static SearchDefinition Definition(SearchOptions options) => SearchDefinition.Of(Space, Data, options);

    /// <summary>What the plain loop gives.</summary>
    internal static SearchResult Plain(SearchOptions options) => PlainSearch.Run(Definition(options), Data, progress: null, CancellationToken.None);
}
