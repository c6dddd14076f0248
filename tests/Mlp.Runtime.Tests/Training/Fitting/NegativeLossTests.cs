using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A loss below zero is a loss like any other: whatever compares two losses knows no sign.</summary>
public sealed class NegativeLossTests
{
    // Counts around e⁴ and e⁶, so that the least loss is about −1,090.
    private static readonly Dataset Counts = Dataset.FromTargets(
        (float[])[.. Enumerable.Range(0, 200).Select(row => (row % 2) - 0.5f)], 1, (float[])[.. Enumerable.Range(0, 200).Select(row => (row % 2 == 0 ? 55f : 403) + (row % 7) - 3)]);

    [Fact]
    public void The_rate_of_a_poisson_regression_falls_on_a_plateau()
    {
        TrainingResult result = Trainer.Fit(
            new CountUnit(), Counts, new() { Epochs = 60, Schedule = new ReduceOnPlateauSchedule(1e-3, patience: 3), Seed = 1 });
        result.History[0].TrainingLoss.ShouldBeGreaterThan(-1000);
        result.BestLoss.ShouldBeLessThan(-1089);
        result.StopReason.ShouldBe(StopReason.Completed);
        result.History[5].LearningRate.ShouldBe(1e-3);
        result.History[^1].LearningRate.ShouldBeLessThan(1e-4);
    }

    [Fact]
    public void Patience_and_the_best_epoch_of_a_poisson_regression()
    {
        var network = new CountUnit();
        TrainingResult result = Trainer.Fit(
            network, Counts, new() { Epochs = 500, Schedule = 1e-3, Validation = Counts, Patience = 5, MinimumImprovement = 1e-2 });
        result.StopReason.ShouldBe(StopReason.Patience);
        result.BestLoss.ShouldBe(result.History.Min(report => report.ValidationLoss!.Value));
        network.MeanLoss(Counts).ShouldBe(result.BestLoss);
        network.Predict(Dataset.FromTargets([-0.5f, 0.5f], 1, [0, 0])).ShouldBe([55, 403], 3);
    }

    /// <summary>A line search asks for a fall, whatever the loss is.</summary>
    [Fact]
    public void A_line_search_goes_below_zero()
    {
        TrainingResult result = Trainer.Fit(new CountUnit(), Counts, new() { Epochs = 200, LineSearch = new() });
        result.BestLoss.ShouldBeLessThan(-1089);
        result.History.Select(report => report.TrainingLoss).ShouldBeInOrder(SortDirection.Descending);
    }

    /// <summary>All units dead, a loss of 0 where −1,000 was reached: no measure of an explosion, and a thousand times the size is one.</summary>
    [Theory]
    [InlineData(0, StopReason.Completed)]
    [InlineData(1e5, StopReason.Completed)]
    [InlineData(1.1e6, StopReason.Diverged)]
    public void An_explosion_from_below_zero_is_a_thousand_times_the_size(float loss, StopReason expected)
    {
        var network = new ScriptedNetwork { LossBeforeStep = Loss, LossAfter = Loss };
        Trainer.Fit(network, FitSamples.Numbered(4), new() { Epochs = 3, BatchSize = 2 }).StopReason.ShouldBe(expected);

        float Loss(float steps) => steps < 2 ? -1000 : loss;
    }
}
