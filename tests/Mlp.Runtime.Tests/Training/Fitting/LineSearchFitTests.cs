using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Gradient descent on all samples with a line search.</summary>
public sealed class LineSearchFitTests
{
    private static readonly TrainerOptions Search = new() { Epochs = 50, LineSearch = new(initialStep: 20_000) };

    /// <summary>Samples 0 to 19 have the mean 9.5; with row numbers as weights Σ r² / Σ r = 13.</summary>
    [Theory]
    [InlineData(1, false, 9.5f)]
    [InlineData(2, false, 9.5f)]
    [InlineData(1, true, 13)]
    [InlineData(2, true, 13)]
    public void The_loss_falls_until_the_minimum(int degree, bool weighted, float minimum)
    {
        var network = new CentreNetwork();
        TrainerOptions options = Search with
        {
            DegreeOfParallelism = degree,
            SampleWeights = weighted ? [.. Enumerable.Range(0, 20).Select(row => (float)row)] : null,
        };
        TrainingResult result = Trainer.Fit(network, FitSamples.Numbered(20), options);
        result.StopReason.ShouldBe(StopReason.NoDecrease);
        result.History.Count.ShouldBeLessThan(50);
        double[] losses = [.. result.History.Select(report => report.TrainingLoss)];
        losses.SkipLast(1).Zip(losses.Skip(1)).SkipLast(1).ShouldAllBe(pair => pair.Second < pair.First);
        result.History.SkipLast(1).ShouldAllBe(report => report.LearningRate > 0 && report.LearningRate <= 20_000);
        (losses[^1], result.History[^1].LearningRate).ShouldBe((losses[^2], 0));
        (result.BestEpoch, result.BestLoss).ShouldBe((result.History.Count - 1, losses[^1]));
        network.Parameters.ToArray().Max(value => Math.Abs(value - minimum)).ShouldBeLessThan(0.02f);
    }

    /// <summary>L = ½ ‖θ‖² and d = −θ: f(η) = ½ (1 − η)² ‖θ‖². A step of 4 is too long, of 2 as well (no fall), 1 is the minimum.</summary>
    [Fact]
    public void The_step_that_is_found_is_reported_and_at_the_minimum_there_is_none()
    {
        var network = new Bowl(3, 4, 0, 12);
        TrainerOptions options = new() { LineSearch = new(initialStep: 4), MeasureGradients = true };
        TrainingResult result = Trainer.FitInPlace(ref network, FitSamples.Numbered(3), options);
        (result.StopReason, result.BestEpoch, result.BestLoss).ShouldBe((StopReason.NoDecrease, 1, 0));
        result.History.Select(report => report.LearningRate).ShouldBe([1, 0]);
        result.History.Select(report => report.TrainingLoss).ShouldBe([0, 0]);
        result.History.Select(report => report.GradientNorm!.Value).ShouldBe([13, 0]);
        result.History[0].LayerGradientNorms.ShouldBe([5, 12]);
        network.Parameters.ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    public void The_gradient_tolerance_comes_before_the_end_of_the_search()
    {
        var network = new Bowl(3, 4, 0, 12);
        TrainerOptions options = new() { LineSearch = new(initialStep: 0.5), GradientTolerance = 3.25 };
        TrainingResult result = Trainer.FitInPlace(ref network, FitSamples.Numbered(3), options);
        result.StopReason.ShouldBe(StopReason.GradientTolerance);
        result.History.Select(report => report.GradientNorm!.Value).ShouldBe([13, 6.5, 3.25]);

        network = new Bowl(0, 0, 0, 0);
        Trainer.FitInPlace(ref network, FitSamples.Numbered(3), options).StopReason.ShouldBe(StopReason.GradientTolerance);
    }

    /// <summary>Through a view, with labels and a part held out: the order of the samples has no meaning but for rounding.</summary>
    [Fact]
    public void Labels_are_learned_and_validated_and_shuffling_has_no_part()
    {
        Dataset data = FitSamples.Classes(80).Shuffled(4);
        (float[] first, TrainingResult result) = Trained(new() { Epochs = 30, LineSearch = new(), ValidationFraction = 0.25 });
        result.History.ShouldAllBe(report => report.Accuracy != null);
        result.History[^1].Accuracy.ShouldNotBeNull().ShouldBeGreaterThan(0.8);
        result.History.Select(report => report.TrainingLoss).ShouldBeInOrder(SortDirection.Descending);
        Trained(new() { Epochs = 30, LineSearch = new(), ValidationFraction = 0.25, Shuffle = false, BatchSize = 60 }).Parameters.ShouldBe(first);

        (float[] Parameters, TrainingResult Result) Trained(TrainerOptions options)
        {
            var network = new LinearNetwork();
            TrainingResult result = Trainer.Fit(network, data, options);
            return (network.Parameters.ToArray(), result);
        }
    }

    [Fact]
    public void A_gradient_or_a_loss_that_is_not_finite_is_a_divergence()
    {
        var network = new Bowl(float.PositiveInfinity, 1, 1, 1);
        TrainingResult result = Trainer.FitInPlace(ref network, FitSamples.Numbered(3), new() { LineSearch = new() });
        (result.StopReason, result.BestEpoch, result.History.Count).ShouldBe((StopReason.Diverged, 0, 0));
        network.Parameters[0].ShouldBe(float.PositiveInfinity);
    }

    [Fact]
    public void What_contradicts_a_line_search_is_refused()
    {
        TrainerOptions options = new() { Epochs = 2, LineSearch = new() };
        Message(options with { BatchSize = 3 }).ShouldStartWith("options has LineSearch and a BatchSize of 3, but each of its steps uses all 4 samples: leave one of them out.");
        Message(options with { Schedule = 0.01 }).ShouldStartWith("options has both LineSearch and Schedule, but the search finds the steps");
        Message(options with { LearningRate = 0.01 }).ShouldStartWith("options has both LineSearch and LearningRate, but the search finds the steps");
        Message(options with { ClipNorm = 1 }).ShouldStartWith("options has both LineSearch and ClipNorm, but the search finds how long a step is");
        var network = new Bowl(1, 1, 1, 1);
        Trainer.FitInPlace(ref network, FitSamples.Numbered(4), options with { BatchSize = 4 }).StopReason.ShouldBe(StopReason.NoDecrease);
        Should.Throw<ArgumentException>(() => Trainer.Fit(new RememberingNetwork(), FitSamples.Numbered(4), options)).Message.ShouldStartWith(
            "options has LineSearch, which is gradient descent, but the network's optimizer is Adam: leave LineSearch out, or declare the network with SGD.");

        static string Message(TrainerOptions options) =>
            Should.Throw<ArgumentException>(() => Trainer.Fit(new Bowl(1, 1, 1, 1), FitSamples.Numbered(4), options)).Message;
    }
}
