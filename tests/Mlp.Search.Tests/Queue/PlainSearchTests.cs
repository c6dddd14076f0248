using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
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
        var options = new SearchOptions { Trials = 12, Epochs = 27, Folds = 3, Halving = new() { FirstEpochs = 3, Factor = 3 }, Score = SearchScore.Accuracy, Scaler = SearchScaler.Standard };

        SearchResult result = PlainSearch.Run(SearchDefinition.Of(space, data, options), data, progress: null, CancellationToken.None);

        result.IsComplete.ShouldBeTrue();
        result.Trials.Select(trial => trial.Index).ShouldBe(Enumerable.Range(0, 12));
        result.Best.Score.ShouldBeGreaterThan(0.8);
        result.Trials.Count(trial => trial.Stop == TrialStop.Halved).ShouldBe(11);
        result.Ensemble(2).EvaluateClassifier(data).Accuracy.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Hosts_that_come_and_go_give_the_table_of_the_plain_loop()
    {
        Dataset data = Samples.Clouds();
        SearchSpace space = Searches.Space.Patience(1, 5);
        SearchDefinition definition = SearchDefinition.Of(space, data, new() { Trials = 10, Epochs = 6, Folds = 2, Halving = new() { FirstEpochs = 2, Factor = 2 } });
        string expected = PlainSearch.Run(definition, data, progress: null, CancellationToken.None).ToCsv();
        for (int seed = 0; seed < 4; seed++)
        {
            RunOnHosts(definition, data, new Random(seed)).ToCsv().ShouldBe(expected);
        }
    }

    /// <summary>Four leases at once, of which any is worked on next; half of the times its host is lost after one more epoch or two.</summary>
    private static SearchResult RunOnHosts(SearchDefinition definition, Dataset data, Random random)
    {
        var queue = new TrialQueue(definition);
        var runner = new TrialRunner(definition, data);
        var states = new Dictionary<int, TrialState>();
        var weights = new Dictionary<int, byte[]>();
        var leased = new List<TrialSpec>();
        while (!queue.IsFinished)
        {
            while (leased.Count < 4 && queue.Next() is { } next)
            {
                leased.Add(next);
            }

            TrialSpec spec = leased[random.Next(leased.Count)];
            leased.Remove(spec);
            int left = random.Next(2) == 0 ? int.MaxValue : random.Next(1, 3);
            using var cancellation = new CancellationTokenSource();
            try
            {
                TrialOutcome outcome = runner.Run(spec, states.GetValueOrDefault(spec.Index), Work, cancellation.Token);
                if (queue.Complete(outcome).IsAccepted && outcome.State is { } state)
                {
                    states[spec.Index] = state;
                }

                if (outcome.Weights is { } bytes)
                {
                    weights[spec.Index] = bytes;
                }
            }
            catch (OperationCanceledException)
            {
                queue.Return(spec.Index);
            }

            void Work(TrialMoment moment)
            {
                if (--left == 0)
                {
                    states[spec.Index] = moment.Capture();
                    cancellation.Cancel();
                }
            }
        }

        return SearchResult.Of(queue, weights);
    }
}
