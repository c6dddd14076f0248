using System;
using System.Linq;
using System.Threading;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Why and exactly when a training ends, and that the network then has the best parameters.</summary>
public sealed class StoppingTests
{
    private static readonly Dataset Four = FitSamples.Numbered(4);

    /// <summary>Validation losses 5, 4, 3, 3.5, 3.25, 3.125, 2.9 …: the third is best until the seventh.</summary>
    [Theory]
    [InlineData(1, 4, 3)]
    [InlineData(2, 5, 3)]
    [InlineData(3, 6, 3)]
    [InlineData(4, 10, 10)]
    public void Patience_stops_after_so_many_epochs_without_improvement(int patience, int epochs, int best)
    {
        float[] losses = [5, 4, 3, 3.5f, 3.25f, 3.125f, 2.9f, 2.8f, 2.7f, 2.6f];
        ScriptedNetwork network = Validated(losses);
        TrainingResult result = Trainer.Fit(network, Four, Options(epochs: 10) with { Patience = patience });
        result.StopReason.ShouldBe(best == 3 ? StopReason.Patience : StopReason.Completed);
        result.History.Select(report => report.ValidationLoss).ShouldBe(losses.Take(epochs).Select(loss => (double?)loss));
        result.BestEpoch.ShouldBe(best);
        result.BestLoss.ShouldBe(losses[best - 1]);
        network.Steps.ShouldBe(2 * best);
    }

    /// <summary>
    /// From 5 an improvement by more than ½ is 4.375; from there on 4.25, 4 and 3.9375 are too little, though the last of them
    /// is the smallest loss.
    /// </summary>
    [Fact]
    public void Small_improvements_count_as_best_but_not_for_the_patience()
    {
        ScriptedNetwork network = Validated([5, 4.75f, 4.375f, 4.25f, 4, 3.9375f, 1]);
        TrainingResult result = Trainer.Fit(network, Four, Options(epochs: 7) with { Patience = 3, MinimumImprovement = 0.5 });
        result.StopReason.ShouldBe(StopReason.Patience);
        result.History.Count.ShouldBe(6);
        result.BestEpoch.ShouldBe(6);
        network.Steps.ShouldBe(12);
    }

    [Fact]
    public void An_improvement_is_more_than_the_minimum_and_the_first_of_equals_is_best()
    {
        ScriptedNetwork network = Validated([3, 3, 3, 3]);
        TrainingResult result = Trainer.Fit(network, Four, Options(epochs: 4) with { Patience = 2 });
        (result.StopReason, result.History.Count, result.BestEpoch).ShouldBe((StopReason.Patience, 3, 1));
        network.Steps.ShouldBe(2);

        result = Trainer.Fit(Validated([3, 2.5f, 2]), Four, Options(epochs: 3) with { Patience = 2, MinimumImprovement = 1 });
        (result.StopReason, result.BestEpoch).ShouldBe((StopReason.Patience, 3));
    }

    [Fact]
    public void Without_validation_the_training_loss_decides()
    {
        var network = new ScriptedNetwork { LossBeforeStep = steps => ((float[])[4, 4, 1, 3, 6, 6, 0, 5])[(int)steps] };
        TrainingResult result = Trainer.Fit(network, Four, new() { Epochs = 4, BatchSize = 2, Patience = 2 });
        result.History.Select(report => report.TrainingLoss).ShouldBe([4, 2, 6, 2.5]);
        (result.StopReason, result.BestEpoch, result.BestLoss).ShouldBe((StopReason.Patience, 2, 2));
        network.Steps.ShouldBe(4);
    }

    /// <summary>The sixth step of two an epoch is the second of the third; the token is looked at before the seventh.</summary>
    [Theory]
    [InlineData(5, 3)]
    [InlineData(4, 2)]
    public void A_cancelled_training_leaves_the_best(int step, int completed)
    {
        using var source = new CancellationTokenSource();
        var network = new ScriptedNetwork
        {
            LossAfter = steps => steps == 4 ? 1 : 2,
            InStep = steps => Cancel(steps),
        };
        TrainingResult result = Trainer.Fit(network, Four, Options(epochs: 9), null, source.Token);
        (result.StopReason, result.History.Count, result.BestEpoch, result.BestLoss).ShouldBe((StopReason.Cancelled, completed, 2, 1));
        network.Inputs.Count.ShouldBe(step + 1);
        network.Steps.ShouldBe(4);

        void Cancel(float steps)
        {
            if (steps == step)
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void Cancelled_before_an_epoch_is_completed_the_network_is_as_it_was()
    {
        using var source = new CancellationTokenSource();
        var network = new ScriptedNetwork { Steps = 100, InStep = _ => source.Cancel() };
        TrainingResult result = Trainer.Fit(network, Four, Options(epochs: 9), null, source.Token);
        (result.StopReason, result.BestEpoch, result.History.Count).ShouldBe((StopReason.Cancelled, 0, 0));
        result.BestLoss.ShouldBe(double.NaN);
        network.Inputs.Count.ShouldBe(1);
        network.Steps.ShouldBe(100);
    }

    [Fact]
    public void Cancelling_after_the_last_batch_is_too_late()
    {
        using var source = new CancellationTokenSource();
        var progress = new Reports(_ => source.Cancel());
        Trainer.Fit(new ScriptedNetwork(), Four, Options(epochs: 1), progress, source.Token).StopReason.ShouldBe(StopReason.Completed);
    }

    [Fact]
    public void An_exception_on_the_way_leaves_the_best_too()
    {
        ScriptedNetwork network = Validated([3, 1, 2, 2]);
        var progress = new Reports(report => _ = report.Epoch == 3 ? throw new InvalidOperationException("stop") : 0);
        Should.Throw<InvalidOperationException>(() => Trainer.Fit(network, Four, Options(epochs: 4), progress)).Message.ShouldBe("stop");
        network.Steps.ShouldBe(4);
    }

    /// <summary>With one batch an epoch and a rate of ½ the gradient halves: 13, 6.5, 3.25, measured before each step.</summary>
    [Fact]
    public void The_gradient_tolerance_stops_at_the_norm()
    {
        var network = new Bowl(3, 4, 0, 12);
        TrainingResult result = Trainer.FitInPlace(ref network, Four, new() { Epochs = 9, BatchSize = 4, Schedule = 0.5, GradientTolerance = 3.25 });
        result.StopReason.ShouldBe(StopReason.GradientTolerance);
        result.History.Select(report => report.GradientNorm!.Value).ShouldBe([13, 6.5, 3.25]);
        result.History.ShouldAllBe(report => report.LayerGradientNorms.Count == 0);
        network.Parameters.ShouldBe([0.375f, 0.5f, 0, 1.5f]);
    }

    private static TrainerOptions Options(int epochs) => new() { Epochs = epochs, BatchSize = 2, Validation = Four };

    /// <summary>Two steps an epoch.</summary>
    private static ScriptedNetwork Validated(float[] losses) => new() { LossAfter = steps => losses[((int)steps / 2) - 1] };
}
