using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Trials;

/// <summary>A trial is what a user would train by hand with its settings, wherever it was interrupted.</summary>
public sealed class TrialRunnerTests
{
    [Fact]
    public void A_trial_of_folds_is_a_fit_of_each_by_hand()
    {
        Dataset data = Samples.Clouds();
        SearchSpace space = SearchSpace.Of<WideNet>().LearningRate(Values.Logarithmic(0.001, 0.02)).BatchSize(8, 16).WeightDecay(1e-3, 1e-2).Patience(2, 3).ClipNorm(5).Schedule(RateSchedule.Cosine(0.1));
        var options = new SearchOptions
        {
            Trials = 3,
            Seed = 4,
            Epochs = 6,
            Folds = 3,
            Score = SearchScore.Accuracy,
            Scaler = SearchScaler.Standard,
            Training = new() { ClassWeights = ClassWeights.Balanced },
        };
        SearchDefinition definition = SearchDefinition.Of(space, data, options);
        var plan = new SearchPlan(definition);
        var runner = new TrialRunner(definition, data);
        for (int index = 0; index < 3; index++)
        {
            TrialOutcome outcome = runner.Run(new TrialSpec(index, 0, 6), from: null, afterEpoch: null, CancellationToken.None);

            TrialSettings settings = plan.SettingsOf(index);
            var accuracies = new List<double>();
            byte[]? best = null;
            foreach ((DatasetSplit split, int fold) in data.Folds(3, seed: 4).Select(static (split, fold) => (split, fold)))
            {
                StandardScaler scaler = StandardScaler.Fit(split.Training);
                var network = new WideNet(plan.SeedOf(index, fold));
                TrainingResult result = Trainer.Fit(network, scaler.Transform(split.Training), new TrainerOptions
                {
                    Epochs = 6,
                    BatchSize = settings.BatchSize,
                    Schedule = new CosineSchedule(settings.LearningRate, 6, 0.1 * settings.LearningRate),
                    WeightDecay = settings.WeightDecay,
                    Patience = settings.Patience,
                    ClipNorm = 5,
                    ClassWeights = ClassWeights.Balanced,
                    Seed = plan.SeedOf(index, fold),
                    Validation = scaler.Transform(split.HeldOut),
                });
                double accuracy = network.Accuracy(scaler.Transform(split.HeldOut));
                outcome.Folds[fold].Score.ShouldBe(accuracy);
                outcome.Folds[fold].Loss.ShouldBe(result.BestLoss);
                outcome.Folds[fold].BestEpoch.ShouldBe(result.BestEpoch);
                outcome.Folds[fold].Epochs.ShouldBe(result.History.Count);
                if (best is null || accuracy > accuracies.Max())
                {
                    best = Bytes(network);
                }

                accuracies.Add(accuracy);
            }

            outcome.Score.ShouldBe(accuracies.Average(), 1e-15);
            outcome.Deviation.ShouldBe(Math.Sqrt(accuracies.Average(accuracy => Math.Pow(accuracy - accuracies.Average(), 2))), 1e-15);
            outcome.Weights.ShouldBe(best);
            outcome.State.ShouldBeNull();
        }
    }

    [Fact]
    public void A_trial_of_scaled_targets_is_a_fit_by_hand()
    {
        Dataset data = Samples.Lines();
        var options = new SearchOptions { Trials = 1, Epochs = 5, Score = SearchScore.R2, Scaler = SearchScaler.MinMax, TargetScaler = SearchScaler.Standard, ValidationFraction = 0.25 };
        SearchDefinition definition = SearchDefinition.Of(SearchSpace.Of<LineNet>().LearningRate(0.1), data, options);

        TrialOutcome outcome = new TrialRunner(definition, data).Run(new TrialSpec(0, 0, 5), from: null, afterEpoch: null, CancellationToken.None);

        DatasetSplit split = data.Split(0.25);
        MinMaxScaler scaler = MinMaxScaler.Fit(split.Training);
        StandardScaler targets = StandardScaler.FitTargets(split.Training);
        ulong seed = new SearchPlan(definition).SeedOf(0, 0);
        var network = new LineNet(seed);
        Dataset heldOut = targets.TransformTargets(scaler.Transform(split.HeldOut));
        Trainer.Fit(network, targets.TransformTargets(scaler.Transform(split.Training)), new() { Epochs = 5, LearningRate = 0.1, Seed = seed, Validation = heldOut });
        outcome.Score.ShouldBe(network.EvaluateRegressor(heldOut).R2, 1e-5);
        outcome.Weights.ShouldBe(Bytes(network));
        outcome.Deviation.ShouldBe(0);
    }

    [Fact]
    public void A_trial_that_diverges_has_no_score_and_trains_no_fold_more()
    {
        Dataset data = Samples.Lines();
        SearchDefinition definition = SearchDefinition.Of(SearchSpace.Of<LineNet>().LearningRate(100), data, new() { Trials = 1, Epochs = 5, Folds = 4 });

        TrialOutcome outcome = new TrialRunner(definition, data).Run(new TrialSpec(0, 0, 5), from: null, afterEpoch: null, CancellationToken.None);

        (outcome.Score, outcome.Deviation, outcome.Stop, outcome.Weights, outcome.Folds.Length).ShouldBe((double.NaN, double.NaN, TrialStop.Diverged, null, 1));
    }

    [Fact]
    public void What_diverges_on_a_later_rung_has_no_outcomes_of_an_earlier_one()
    {
        FoldState before = new(new FoldOutcome(0.5, 0.5, 1, 2, TrialStop.Completed), [1], [2]);
        var run = new TrialRun(new TrialSpec(0, 1, 4), new TrialState(0, 0, [before, before, before]), folds: 3, mayGoOn: true, afterEpoch: null);
        var better = new FoldOutcome(0.25, 0.25, 3, 4, TrialStop.Completed);
        var diverged = new FoldOutcome(double.NaN, double.NaN, 0, 3, TrialStop.Diverged);

        run.Begin(0).ShouldBe(before);
        run.End((better, [3]));
        run.Begin(1);
        run.End((diverged, null));

        TrialOutcome outcome = run.Outcome(prefersMore: false);
        outcome.Folds.ShouldBe([better, diverged]);
        (outcome.Stop, outcome.Score, outcome.Weights, outcome.State).ShouldBe((TrialStop.Diverged, double.NaN, null, null));
    }

    [Fact]
    public void A_trial_whose_folds_all_end_by_their_patience_ends_by_it()
    {
        Dataset data = Samples.Clouds();
        SearchDefinition definition = SearchDefinition.Of(SearchSpace.Of<SmallNet>().LearningRate(5).Patience(1), data, new() { Trials = 1, Epochs = 60, Folds = 2 });

        TrialOutcome outcome = new TrialRunner(definition, data).Run(new TrialSpec(0, 0, 60), from: null, afterEpoch: null, CancellationToken.None);

        outcome.Stop.ShouldBe(TrialStop.Patience);
        outcome.Folds.ShouldAllBe(fold => fold.Epochs == fold.BestEpoch + 1);
    }

    [Fact]
    public void A_trial_interrupted_after_any_epoch_goes_on_as_if_nothing_had_happened()
    {
        Dataset data = Samples.Clouds();
        SearchDefinition definition = SearchDefinition.Of(
            SearchSpace.Of<WideNet>().LearningRate(0.01).Patience(4), data, new() { Trials = 1, Epochs = 4, Folds = 2, Halving = new() { FirstEpochs = 2, Factor = 2 } });
        var runner = new TrialRunner(definition, data);
        TrialOutcome firstRung = runner.Run(new TrialSpec(0, 0, 2), from: null, afterEpoch: null, CancellationToken.None);
        TrialOutcome expected = runner.Run(new TrialSpec(0, 1, 4), firstRung.State, afterEpoch: null, CancellationToken.None);
        SearchDefinition withoutHalving = definition with { FirstEpochs = 0, Factor = 0 };
        TrialOutcome whole = new TrialRunner(withoutHalving, data).Run(new TrialSpec(0, 0, 4), from: null, afterEpoch: null, CancellationToken.None);

        Same(expected, whole with { Rung = 1 });
        for (int interruption = 1; interruption <= 8; interruption++)
        {
            TrialState? kept = null;
            int epochs = 0;
            TrialOutcome? outcome = null;
            foreach (TrialSpec spec in (TrialSpec[])[new(0, 0, 2), new(0, 1, 4)])
            {
                using var cancellation = new CancellationTokenSource();
                try
                {
                    outcome = runner.Run(spec, kept, Interrupt, cancellation.Token);
                }
                catch (OperationCanceledException)
                {
                    // On another host, which knows what was kept and no more.
                    outcome = new TrialRunner(definition, data).Run(spec, kept, afterEpoch: null, CancellationToken.None);
                }

                kept = outcome.State;

                void Interrupt(TrialMoment moment)
                {
                    if (++epochs == interruption)
                    {
                        kept = moment.Capture();
                        cancellation.Cancel();
                    }
                }
            }

            Same(outcome!, expected);
        }
    }

    [Fact]
    public void A_runner_tells_fold_epoch_and_loss()
    {
        Dataset data = Samples.Clouds();
        SearchDefinition definition = SearchDefinition.Of(SearchSpace.Of<SmallNet>(), data, new() { Trials = 1, Epochs = 2, Folds = 2 });
        var told = new List<(int Fold, int Epoch, double Loss)>();

        TrialOutcome outcome = new TrialRunner(definition, data).Run(new TrialSpec(0, 0, 2), null, moment => told.Add((moment.Fold, moment.Epoch, moment.Loss)), CancellationToken.None);

        told.Select(static moment => (moment.Fold, moment.Epoch)).ShouldBe([(0, 1), (0, 2), (1, 1), (1, 2)]);
        told.Where(static moment => moment.Fold == 1).Min(static moment => moment.Loss).ShouldBe(outcome.Folds[1].Loss);
    }

    [Fact]
    public void A_runner_refuses_other_data_and_states_of_other_trials()
    {
        Dataset data = Samples.Clouds();
        SearchDefinition definition = SearchDefinition.Of(SearchSpace.Of<SmallNet>(), data, new() { Trials = 2, Epochs = 2 });

        Should.Throw<ArgumentException>(() => new TrialRunner(definition, data.Shuffled(1))).Message.ShouldStartWith("data is not that of the search: it has the hash ");
        Should.Throw<ArgumentException>(() => new TrialRunner(definition, data).Run(new TrialSpec(0, 0, 2), new TrialState(1, 0, [FoldState.None]), null, CancellationToken.None))
            .Message.ShouldStartWith("The state is of trial 1 on rung 0 with 1 folds, but trial 0 with 1 folds is to be trained on rung 0.");
    }

    [Fact]
    public void Many_threads_share_a_runner()
    {
        Dataset data = Samples.Clouds();
        SearchDefinition definition = SearchDefinition.Of(Searches.Space, data, new() { Trials = 24, Epochs = 3, Folds = 2, Scaler = SearchScaler.Standard });
        var alone = new TrialRunner(definition, data);
        var shared = new TrialRunner(definition, data);
        TrialSpec[] specs = [.. Enumerable.Range(0, 24).Select(static index => new TrialSpec(index, 0, 3))];

        TrialOutcome[] together = [.. specs.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(spec => shared.Run(spec, null, null, CancellationToken.None))];

        foreach (TrialSpec spec in specs)
        {
            Same(together[spec.Index], alone.Run(spec, null, null, CancellationToken.None));
        }
    }

    private static void Same(TrialOutcome actual, TrialOutcome expected)
    {
        actual.Folds.ShouldBe(expected.Folds);
        actual.Weights.ShouldBe(expected.Weights);
        (actual.Rung, actual.Score, actual.Deviation, actual.Stop).ShouldBe((expected.Rung, expected.Score, expected.Deviation, expected.Stop));
    }

    private static byte[] Bytes<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork>
    {
        using var stream = new MemoryStream();
        network.SaveWeights(stream);
        return stream.ToArray();
    }
}
