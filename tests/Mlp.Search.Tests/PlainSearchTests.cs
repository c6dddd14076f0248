using System.Linq;
using System.Threading;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests;

/// <summary>A whole search on one thread.</summary>
public sealed class PlainSearchTests
{
    [Fact]
    public void A_search_finds_settings_that_learn()
    {
        Dataset data = Samples.Clouds();
        SearchSpace space = SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(Values.Logarithmic(1e-4, 0.3)).BatchSize(8, 16);
        var options = new SearchOptions { Trials = 12, Epochs = 9, Folds = 3, Halving = new() { FirstEpochs = 1, Factor = 3 }, Score = SearchScore.Accuracy, Scaler = SearchScaler.Standard };

        SearchResult result = PlainSearch.Run(SearchDefinition.Of(space, data, options), data, progress: null, CancellationToken.None);

        System.Console.WriteLine(result.ToCsv());
        result.IsComplete.ShouldBeTrue();
        result.Trials.Select(trial => trial.Index).ShouldBe(Enumerable.Range(0, 12));
        result.Best.Score.ShouldBeGreaterThan(0.8);
        result.Trials.Count(trial => trial.Stop == TrialStop.Halved).ShouldBe(11);
        result.Ensemble(2).EvaluateClassifier(data).Accuracy.ShouldBeGreaterThan(0.8);
    }
}
