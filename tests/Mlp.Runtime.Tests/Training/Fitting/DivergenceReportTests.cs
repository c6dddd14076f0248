using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A divergence that is asked for says when it was, what was so large, and what to do.</summary>
public sealed class DivergenceReportTests
{
    private const string ScaleTargets = "Targets reach 346: scale them, with StandardScaler.FitTargets(training).TransformTargets(training).";
    private const string ScaleFeatures = "Features reach 5000: scale them, with StandardScaler.Fit(training).Transform(training).";

    [Fact]
    public void A_training_that_did_not_diverge_is_the_result_itself()
    {
        TrainingResult result = Trainer.Fit(new LinearNetwork(), FitSamples.Classes(20), new() { Epochs = 2 });
        result.ThrowIfDiverged().ShouldBeSameAs(result);
        result.Divergence.ShouldBeNull();
        UnderCulture.Hostile(result.ToString).ShouldBe(FormattableString.Invariant($"Completed after 2 epochs. The network has the parameters of epoch 2, loss {result.BestLoss:G5}."));
    }

    [Fact]
    public void Targets_far_from_one_are_to_be_scaled()
    {
        TrainingDivergedException exception = Diverged(Numbers(feature: 1, target: -346), 5);
        exception.Message.ShouldStartWith("The training diverged in epoch 1: the loss was ");
        exception.Message.ShouldContain(ScaleTargets);
        exception.Message.ShouldEndWith("If that is not enough, the learning rate 5 is too high: try a tenth, 0.5. The network has the parameters from before the training.");
        exception.Message.ShouldNotContain("Features");
        exception.Result.StopReason.ShouldBe(StopReason.Diverged);
        TrainingDivergence divergence = exception.Result.Divergence.ShouldNotBeNull();
        (divergence.Epoch, divergence.LearningRate, divergence.LargestFeature, divergence.LargestTarget).ShouldBe((1, 5, 1, 346));
        divergence.Step.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Features_far_from_one_are_to_be_scaled()
    {
        Diverged(Numbers(feature: -5000, target: 1), 5).Message.ShouldContain(ScaleFeatures);
        Diverged(Numbers(feature: 5000, target: 346), 5).Message.ShouldContain(ScaleTargets + " " + ScaleFeatures + " If that is not enough, the learning rate 5");
    }

    [Fact]
    public void A_rate_too_high_is_to_be_a_tenth()
    {
        TrainingDivergedException exception = Diverged(FitSamples.Classes(64), 1e6);
        exception.Message.ShouldContain(" The learning rate 1E+06 is too high: try a tenth, 1E+05.");
        exception.Message.ShouldNotContain("scale");
        exception.Result.Divergence!.LargestTarget.ShouldBeNull();
        Diverged(Numbers(feature: 1, target: 9), 1e6).Message.ShouldNotContain("scale");
    }

    /// <summary>A scaler that the data went through already is no advice, though it may leave far values.</summary>
    [Fact]
    public void What_was_scaled_is_not_to_be_scaled_again()
    {
        Dataset data = Numbers(feature: 5000, target: 346);
        var identity = new StandardScaler([0.0, 0.0], [1.0, 1.0]);
        Diverged(identity.TransformTargets(identity.Transform(data)), 5).Message.ShouldNotContain("scale");
    }

    [Fact]
    public void Counts_are_not_to_be_scaled()
    {
        Dataset counts = Dataset.FromTargets((float[])[.. Enumerable.Range(0, 40).Select(row => row % 2f)], 1, [.. Enumerable.Range(0, 40).Select(row => 300f + row)]);
        string message = Should.Throw<TrainingDivergedException>(() => Trainer.Fit(new CountUnit(), counts, new() { LearningRate = 10 }).ThrowIfDiverged()).Message;
        message.ShouldContain("The learning rate 10 is too high");
        message.ShouldNotContain("scale");
    }

    [Fact]
    public void Parameters_that_give_no_loss_at_all_are_named()
    {
        var network = new LinearNetwork();
        network.SetParameters([1e30f, 1, 1, 1, 1, 1]);
        string message = Should.Throw<TrainingDivergedException>(() => Trainer.Fit(network, FitSamples.Classes(20)).ThrowIfDiverged()).Message;
        message.ShouldContain("The parameters that it began with give no finite loss for these samples. The network has to begin with other parameters: Initialize it, or load other weights.");
        message.ShouldNotContain("learning rate");
    }

    [Fact]
    public void Epoch_step_and_loss_of_a_divergence()
    {
        var network = new ScriptedNetwork { LossBeforeStep = steps => steps == 5 ? float.NaN : 10 - steps, LossAfter = steps => 10 - steps };
        TrainingResult result = Trainer.Fit(network, FitSamples.Numbered(4), new() { BatchSize = 2, LearningRate = 0.25 });
        (result.Divergence!.Epoch, result.Divergence.Step, result.Divergence.Loss, result.Divergence.LearningRate).ShouldBe((3, 5, double.NaN, 0.25));
        UnderCulture.Hostile(result.ToString).ShouldEndWith("The network has the parameters of epoch 2, loss 7.5.");

        // Whoever validates sees it in the validation loss.
        network = new ScriptedNetwork { LossAfter = steps => steps == 4 ? float.PositiveInfinity : 10 - steps };
        result = Trainer.Fit(network, FitSamples.Numbered(4), new() { BatchSize = 2, Validation = FitSamples.Numbered(4) });
        (result.Divergence!.Epoch, result.Divergence.Loss).ShouldBe((2, double.PositiveInfinity));

        // It shows in the last step of all.
        network = new ScriptedNetwork { LossBeforeStep = steps => steps < 4 ? 10 - steps : 1e5f, LossAfter = steps => steps < 4 ? 10 - steps : 1e5f };
        result = Trainer.Fit(network, FitSamples.Numbered(4), new() { Epochs = 2, BatchSize = 2 });
        (result.Divergence!.Epoch, result.Divergence.Loss).ShouldBe((2, 1e5));
    }

    [Fact]
    public void A_cancelled_training_did_not_diverge()
    {
        TrainingResult result = Trainer.Fit(new LinearNetwork(), FitSamples.Classes(20), cancellationToken: new System.Threading.CancellationToken(true)).ThrowIfDiverged();
        result.ToString().ShouldBe("Cancelled after 0 epochs. The network has the parameters from before the training.");
    }

    private static TrainingDivergedException Diverged(Dataset data, double rate) =>
        Should.Throw<TrainingDivergedException>(() => Trainer.Fit(new LinearNetwork(), data, new() { LearningRate = rate }).ThrowIfDiverged());

    /// <summary>Features and targets from 0 up to a largest one.</summary>
    private static Dataset Numbers(float feature, float target) => Dataset.FromTargets(
        (float[])[.. Enumerable.Range(0, 202).Select(index => feature * index / 201)], 2, (float[])[.. Enumerable.Range(0, 202).Select(index => target * index / 201)], 2);
}
