using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Results;

/// <summary>What a search gave, as a table, as networks and as a folder.</summary>
public sealed class SearchResultTests
{
    private static readonly Dataset Clouds = Samples.Clouds();

    private static readonly SearchResult Result = Run(
        SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(0.001, 0.02, 0.1).Schedule(RateSchedule.Constant, RateSchedule.StepDecay(2)),
        Clouds,
        new SearchOptions { Strategy = SearchStrategy.Grid, Epochs = 8, Folds = 2, Score = SearchScore.Accuracy, Scaler = SearchScaler.Standard, Keep = 4 });

    [Fact]
    public void Trials_stand_by_index_and_by_rank()
    {
        Result.IsComplete.ShouldBeTrue();
        Result.Trials.Select(static trial => trial.Index).ShouldBe(Enumerable.Range(0, 12));
        Result.Ranking.ShouldBe(Result.Trials.OrderByDescending(static trial => trial.Score).ThenBy(static trial => trial.Index));
        Result.Best.ShouldBe(Result.Ranking[0]);
        Result.Kept.ShouldBe(Result.Ranking.Take(4));
        Result.Trials[6].Network.ShouldBe("WideNet");
        Result.Trials[3].ToString().ShouldStartWith("trial 3: SmallNet, rate 0.02, batch 32, step-decay(2; 0.1): ");
    }

    [Fact]
    public void The_table_is_exact()
    {
        string[] lines = Result.ToCsv().Split('\n');

        lines.Length.ShouldBe(14);
        lines[0].ShouldBe(
            "trial,rank,network,learning_rate,batch_size,weight_decay,patience,clip_norm,schedule,score,deviation,epochs,stop,fold_1,fold_1_loss,fold_1_best_epoch,fold_2,fold_2_loss,fold_2_best_epoch");
        string[] cells = lines[4].Split(',');
        cells[..9].ShouldBe(["3", $"{Rank(3)}", "SmallNet", "0.02", "32", "0", "", "", "step-decay(2; 0.1)"]);
        double.Parse(cells[9], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Result.Trials[3].Score);
        double.Parse(cells[14], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Result.Trials[3].Folds[0].Loss);
        lines.Skip(1).SkipLast(1).ShouldAllBe(static line => line.Split(',', StringSplitOptions.None).Length == 19);
    }

    [Fact]
    public void A_kept_trial_is_a_network_that_knows_its_data()
    {
        TrialResult best = Result.Kept.First(static trial => trial.Network == "SmallNet" || trial.Network == "WideNet");
        double accuracy = best.Network == "SmallNet" ? AccuracyOf(Result.Load<SmallNet>(best)) : AccuracyOf(Result.Load<WideNet>(best));

        // On all samples, of which it has learned from one half.
        accuracy.ShouldBeGreaterThan(0.8);

        static double AccuracyOf<TNetwork>(TNetwork network)
            where TNetwork : class, IClassifier<TNetwork>
        {
            network.GetSchema()!.ClassNames.ShouldBe(["one", "two", "three"]);
            network.GetSchema()!.Scaler.ShouldBeOfType<StandardScaler>();
            return network.Accuracy(network.GetSchema()!.Scaler!.Transform(Clouds));
        }
    }

    [Fact]
    public void Weights_that_are_not_there_are_refused_in_words()
    {
        TrialResult last = Result.Ranking[^1];
        TrialResult kept = Result.Kept[0];

        Should.Throw<ArgumentException>(() => Load(last)).Message.ShouldStartWith(
            $"Trial {last.Index} has rank 12, but the search kept the weights of the best 4 alone: set Keep of the options to keep more.");
        Should.Throw<ArgumentException>(() => Load(last with { Index = 77 })).Message.ShouldStartWith("Trial 77 is not of this result");
        Should.Throw<ArgumentException>(() => Result.Load<SquaredNet>(kept)).Message.ShouldStartWith($"Trial {kept.Index} is a {kept.Network} and no SquaredNet: load it as its own type.");
        Should.Throw<ArgumentOutOfRangeException>(() => Result.Ensemble(5)).Message.ShouldStartWith("count is 5, but must be 1 to 4");

        static SmallNet Load(TrialResult trial) => Result.Load<SmallNet>(trial);
    }

    [Fact]
    public void Without_weights_there_is_no_ensemble()
    {
        SearchResult none = Run(SearchSpace.Of<SmallNet>(), Clouds, new SearchOptions { Trials = 1, Epochs = 1, Keep = 0 });

        Should.Throw<InvalidOperationException>(() => none.Ensemble(1)).Message.ShouldBe("There are no weights here, for Keep of the options is 0: set it to as many trials as the ensemble needs.");
    }

    [Fact]
    public void A_result_is_saved_and_opened_again()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Result.Save(folder);
            Result.Save(folder);
            SearchResult opened = SearchResult.Open(folder);

            opened.ToCsv().ShouldBe(Result.ToCsv());
            File.ReadAllText(Path.Combine(folder, "results.csv")).ShouldBe(Result.ToCsv());
            opened.Ranking.ShouldBe(Result.Ranking);
            opened.Kept.ShouldBe(Result.Kept);
            opened.IsComplete.ShouldBeTrue();
            opened.Score.ShouldBe(SearchScore.Accuracy);
            opened.Ensemble(4).Predict(Clouds).ShouldBe(Result.Ensemble(4).Predict(Clouds));
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length.ShouldBe(6);

            File.WriteAllText(Path.Combine(folder, "search.json"), "{}");
            Should.Throw<InvalidDataException>(() => SearchResult.Open(folder)).Message.ShouldContain("search.json is not what a search was saved as");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Should.Throw<IOException>(() => SearchResult.Open(folder)).Message.ShouldBe($"{folder} has no search.json: it is no folder that a search was saved to.");
    }

    [Fact]
    public void Trials_that_diverge_come_last_and_a_search_of_them_alone_says_so()
    {
        Dataset lines = Samples.Lines();
        SearchResult result = Run(SearchSpace.Of<LineNet>().LearningRate(100, 1e-5), lines, new SearchOptions { Strategy = SearchStrategy.Grid, Epochs = 2 });

        result.Ranking.Select(static trial => (trial.Index, trial.Stop)).ShouldBe([(1, TrialStop.Completed), (0, TrialStop.Diverged)]);
        result.Kept.ShouldHaveSingleItem().Index.ShouldBe(1);
        Should.Throw<ArgumentException>(() => result.Load<LineNet>(result.Trials[0])).Message.ShouldStartWith("Trial 0 has no score (Diverged), and so no weights");

        SearchResult diverged = Run(SearchSpace.Of<LineNet>().LearningRate(100), lines, new SearchOptions { Strategy = SearchStrategy.Grid, Epochs = 2 });
        Should.Throw<InvalidOperationException>(() => diverged.Best).Message.ShouldStartWith("No trial has a score, for all of them diverged");
    }

    [Fact]
    public void A_cancelled_search_keeps_what_is_done()
    {
        using var cancellation = new CancellationTokenSource();
        var told = new List<SearchProgress>();
        var definition = SearchDefinition.Of(Searches.Space, Clouds, new() { Trials = 9, Epochs = 4, Halving = new() { FirstEpochs = 1, Factor = 2 } });
        SearchResult result = PlainSearch.Run(definition, Clouds, new Progress(told, cancellation, after: 4), cancellation.Token);

        result.IsComplete.ShouldBeFalse();
        result.Trials.Count.ShouldBe(4);
        result.Trials.ShouldAllBe(static trial => trial.Stop == TrialStop.Interrupted && trial.Epochs == 1);
        result.Kept.Count.ShouldBe(4);
        result.Ensemble(4).Count.ShouldBe(4);
        told.Select(static progress => progress.Last!.Index).ShouldBe([0, 1, 2, 3]);
        told[^1].Best.ShouldBe(result.Best);
        (told[^1].Trials, told[^1].Finished, told[^1].Running).ShouldBe((9, 0, 0));

        using var before = new CancellationTokenSource();
        before.Cancel();
        SearchResult nothing = PlainSearch.Run(definition, Clouds, null, before.Token);
        Should.Throw<InvalidOperationException>(() => nothing.Best).Message.ShouldStartWith("No trial has come to an end");
    }

    private static int Rank(int index) => Result.Ranking.ToList().FindIndex(trial => trial.Index == index) + 1;

    private static SearchResult Run(SearchSpace space, Dataset data, SearchOptions options) =>
        PlainSearch.Run(SearchDefinition.Of(space, data, options), data, progress: null, CancellationToken.None);

    /// <summary>Cancels after some trials.</summary>
    private sealed class Progress(List<SearchProgress> told, CancellationTokenSource cancellation, int after) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value)
        {
            told.Add(value);
            if (told.Count == after)
            {
                cancellation.Cancel();
            }
        }
    }
}
