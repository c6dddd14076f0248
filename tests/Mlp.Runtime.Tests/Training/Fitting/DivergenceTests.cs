using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A training that diverges says so, and never leaves parameters that are worse than those it was given.</summary>
public sealed class DivergenceTests
{
    private static readonly Dataset Four = FitSamples.Numbered(4);

    [Theory]
    [InlineData(4, false, null)]
    [InlineData(64, false, null)]
    [InlineData(4, true, null)]
    [InlineData(4, false, 1e30)]
    public void A_learning_rate_of_a_million_says_so_and_leaves_finite_parameters(int batchSize, bool validates, double? clipNorm)
    {
        Dataset data = FitSamples.Classes(64);
        var network = new LinearNetwork();
        float[] before = network.Parameters.ToArray();
        TrainingResult result = Trainer.Fit(
            network, data, new() { Epochs = 50, BatchSize = batchSize, Schedule = 1e6, Validation = validates ? data : null, ClipNorm = clipNorm });
        result.StopReason.ShouldBe(StopReason.Diverged);
        result.BestEpoch.ShouldBe(0);
        network.Parameters.ToArray().ShouldBe(before);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_loss_that_is_not_finite_stops_at_once(float loss)
    {
        var network = new ScriptedNetwork { LossBeforeStep = steps => steps == 5 ? loss : 10 - steps, LossAfter = steps => 10 - steps };
        TrainingResult result = Trainer.Fit(network, Four, new() { BatchSize = 2 });
        (result.StopReason, result.BestEpoch, result.History.Count).ShouldBe((StopReason.Diverged, 2, 2));
        network.Inputs.Count.ShouldBe(6);
        network.Steps.ShouldBe(4);
    }

    [Fact]
    public void So_does_a_validation_loss_that_is_not_finite()
    {
        var network = new ScriptedNetwork { LossAfter = steps => steps == 4 ? float.NaN : 10 - steps };
        var progress = new Reports();
        TrainingResult result = Trainer.Fit(network, Four, new() { BatchSize = 2, Validation = Four }, progress);
        (result.StopReason, result.BestEpoch, progress.All.Count).ShouldBe((StopReason.Diverged, 1, 2));
        network.Steps.ShouldBe(2);
    }

    [Fact]
    public void So_do_parameters_that_are_not_finite_though_the_loss_is()
    {
        ScriptedNetwork network = null!;
        network = new ScriptedNetwork
        {
            InStep = steps => network.Steps = steps == 2 ? float.PositiveInfinity : steps,
            LossAfter = steps => 10 - steps,
        };
        TrainingResult result = Trainer.Fit(network, Four, new() { Epochs = 2, BatchSize = 2 });
        (result.StopReason, result.BestEpoch).ShouldBe((StopReason.Diverged, 1));
        network.Steps.ShouldBe(2);
    }

    /// <summary>The scripted network has a gradient that is no number, and refuses to apply any.</summary>
    [Fact]
    public void A_gradient_that_is_not_finite_is_not_applied()
    {
        var network = new ScriptedNetwork { Steps = 3 };
        TrainingResult result = Trainer.Fit(network, Four, new() { ClipNorm = 1 });
        (result.StopReason, result.BestEpoch).ShouldBe((StopReason.Diverged, 0));
        network.Steps.ShouldBe(3);
    }

    /// <summary>The loss stays at 10⁵, where all units have died: no number is ever infinite.</summary>
    [Fact]
    public void A_finite_loss_beyond_all_measure_is_a_divergence()
    {
        var network = new ScriptedNetwork { LossBeforeStep = steps => steps == 0 ? 2 : 1e5f, LossAfter = steps => steps == 0 ? 2 : 1e5f };
        TrainingResult result = Trainer.Fit(network, Four, new() { BatchSize = 2 });
        (result.StopReason, result.BestEpoch, result.History.Count).ShouldBe((StopReason.Diverged, 0, 1));
        network.Steps.ShouldBe(0);
    }

    /// <summary>The first batch has a loss of 0 by chance, the data as a whole has 10⁵ from the start.</summary>
    [Fact]
    public void An_easy_first_batch_is_no_divergence()
    {
        var network = new ScriptedNetwork { LossBeforeStep = steps => steps == 0 ? 0 : 1e5f, LossAfter = _ => 1e5f };
        TrainingResult result = Trainer.Fit(network, Four, new() { Epochs = 3, BatchSize = 2 });
        result.StopReason.ShouldBe(StopReason.Completed);
        network.Inputs.Count.ShouldBe(6);
        result.History.Select(report => report.TrainingLoss).ShouldBe([5e4, 1e5, 1e5]);
        network.Steps.ShouldBe(2);
    }

    /// <summary>
    /// The fourth step, the last of the second epoch, kills all units; no loss is ever infinite, and those before the step are
    /// fine. Whether or not another epoch would have shown it, the parameters of the first are restored.
    /// </summary>
    [Theory]
    [InlineData(2, 2)]
    [InlineData(9, 3)]
    public void An_explosion_in_the_last_step_of_the_best_epoch_leaves_the_best_before_it(int epochs, int completed)
    {
        var network = new ScriptedNetwork { LossBeforeStep = Loss, LossAfter = Loss };
        TrainingResult result = Trainer.Fit(network, Four, new() { Epochs = epochs, BatchSize = 2 });
        (result.StopReason, result.BestEpoch, result.BestLoss, result.History.Count).ShouldBe((StopReason.Diverged, 1, 9.5, completed));
        network.Steps.ShouldBe(2);

        static float Loss(float steps) => steps < 4 ? 10 - steps : 1e5f;
    }
}
