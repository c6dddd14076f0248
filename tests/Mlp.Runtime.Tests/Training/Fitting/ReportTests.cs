using System;
using System.Linq;
using Mlp.CompilerServices;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>What a training tells while it runs and after it.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Progress_is_told_each_epoch_and_the_history_has_the_same_reports()
    {
        var progress = new Reports();
        TrainingResult result = Trainer.Fit(new ScriptedNetwork(), FitSamples.Numbered(5), new() { Epochs = 3, BatchSize = 2, Schedule = 0.5 }, progress);
        progress.All.ShouldBe(result.History);
        progress.All.Select(report => report.Epoch).ShouldBe([1, 2, 3]);
        progress.All.ShouldAllBe(report => report.SamplesPerSecond > 0 && report.Elapsed > TimeSpan.Zero && report.LearningRate == 0.5);
        progress.All.ShouldAllBe(report => report.ValidationLoss == null && report.Accuracy == null && report.R2 == null);
        progress.All.ShouldAllBe(report => report.GradientNorm == null && report.LayerGradientNorms.Count == 0);
        progress.All.Select(report => report.Elapsed).ShouldBeInOrder();
    }

    /// <summary>Batches of 2, 2 and 1 with losses 1, 2 and 6: (2 + 4 + 6) / 5.</summary>
    [Fact]
    public void The_training_loss_is_the_mean_over_samples()
    {
        var network = new ScriptedNetwork { LossBeforeStep = steps => ((float[])[1, 2, 6])[(int)steps] };
        TrainingResult result = Trainer.Fit(network, FitSamples.Numbered(5), new() { Epochs = 1, BatchSize = 2 });
        result.History[0].TrainingLoss.ShouldBe(2.4);
        result.BestLoss.ShouldBe(2.4);
    }

    /// <summary>θ = (3, 4, 0, 12): layer norms 5 and 12. Two batches at a rate of ½: gradients θ and θ/2 of 3 and 1 samples, mean ⅞ θ.</summary>
    [Fact]
    public void Gradient_norms_of_each_layer()
    {
        var network = new Bowl(3, 4, 0, 12);
        TrainingResult result = Trainer.FitInPlace(
            ref network, FitSamples.Numbered(4), new() { Epochs = 2, BatchSize = 3, Schedule = 0.5, MeasureGradients = true });
        result.History[0].LayerGradientNorms.ShouldBe([5 * 0.875, 12 * 0.875]);
        result.History[0].GradientNorm.ShouldBe(13 * 0.875);
        result.History[1].LayerGradientNorms.ShouldBe([5 * 0.875 / 4, 12 * 0.875 / 4]);
    }

    /// <summary>0.1f · (3, 4) of 32 samples, again and again: a sum in single precision drifts off.</summary>
    [Fact]
    public void The_mean_gradient_of_many_batches_is_that_of_each()
    {
        const int Batches = 200_000;
        var meter = new GradientMeter(2, [], new() { MeasureGradients = true });
        (meter.Gradient[0], meter.Gradient[1]) = (0.1f * 3, 0.1f * 4);
        double expected = Math.Sqrt(VectorNorm.SquaredSum(meter.Gradient));
        for (int batch = 0; batch < Batches; batch++)
        {
            meter.Take(32).ShouldBeTrue();
        }

        meter.EndEpoch(32 * Batches, out _).ShouldNotBeNull().ShouldBe(expected, 3e-11 * expected);
        meter.Take(32);
        meter.EndEpoch(32, out _).ShouldBe(expected);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_gradient_that_is_no_number_is_not_applied(float element)
    {
        var meter = new GradientMeter(2, [], new() { MeasureGradients = true, ClipNorm = 1 });
        (meter.Gradient[0], meter.Gradient[1]) = (1, element);
        meter.Take(1).ShouldBeFalse();
        meter.EndEpoch(1, out _).ShouldBe(0);
    }

    /// <summary>2⁶⁰ of the first batch, then 32 a thousand times: each is less than half an ulp of it.</summary>
    [Fact]
    public void The_training_loss_loses_none_of_the_batches()
    {
        var network = new ScriptedNetwork { LossBeforeStep = step => step == 0 ? 1L << 60 : 32 };
        TrainingResult result = Trainer.Fit(network, FitSamples.Numbered(1001), new() { Epochs = 1, BatchSize = 1 });
        result.History[0].TrainingLoss.ShouldBe(((1L << 60) + 32_000) / 1001.0);
    }

    /// <summary>The norm 13 is clipped to 6.5, and at a rate of 1 half of θ is left; 6.5 is not clipped, and nothing is left.</summary>
    [Fact]
    public void Clipping_scales_a_long_gradient_to_the_norm()
    {
        var network = new Bowl(3, 4, 0, 12);
        TrainerOptions options = new() { Epochs = 1, BatchSize = 4, Schedule = 1, ClipNorm = 6.5 };
        Trainer.FitInPlace(ref network, FitSamples.Numbered(4), options with { MeasureGradients = true }).History[0].GradientNorm.ShouldBe(13);
        network.Parameters.ShouldBe([1.5f, 2, 0, 6]);
        Trainer.FitInPlace(ref network, FitSamples.Numbered(4), options).History[0].GradientNorm.ShouldBeNull();
        network.Parameters.ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    public void Clipping_that_never_happens_and_measuring_change_nothing()
    {
        Dataset data = FitSamples.Classes(30);
        var plain = new LinearNetwork();
        Trainer.Fit(plain, data, new() { Epochs = 4, BatchSize = 4 });
        var measured = new LinearNetwork();
        Trainer.Fit(measured, data, new() { Epochs = 4, BatchSize = 4, ClipNorm = 1e6, MeasureGradients = true });
        measured.Parameters.ToArray().ShouldBe(plain.Parameters.ToArray());
    }

    [Fact]
    public void A_struct_passed_by_value_is_left_alone_and_by_reference_is_trained()
    {
        var network = new Bowl(4, 4, 4, 4);
        TrainerOptions options = new() { Epochs = 1, BatchSize = 4, Schedule = 0.5 };
        Trainer.Fit(network, FitSamples.Numbered(4), options).BestEpoch.ShouldBe(1);
        network.Parameters.ShouldBe([4, 4, 4, 4]);
        Trainer.FitInPlace(ref network, FitSamples.Numbered(4), options).BestEpoch.ShouldBe(1);
        network.Parameters.ShouldBe([2, 2, 2, 2]);
    }

    /// <summary>Predicted (x, y) with the identity as weights: the larger coordinate wins, and so does its class.</summary>
    [Fact]
    public void Accuracy_with_labels()
    {
        var network = new LinearNetwork();
        network.SetParameters([1, 0, 0, 1, 0, 0]);
        Dataset validation = Dataset.FromLabels([3, 1, 1, 3, 2, 1, 0, 1], 2, [0, 1, 1, 1]);
        TrainingResult result = Trainer.Fit(network, validation, new() { Epochs = 1, Schedule = 1e-9, Validation = validation });
        result.History[0].Accuracy.ShouldBe(0.75);
    }

    /// <summary>Predictions 0 to 3 of targets 100 to 103: 1 − 4 · 100² / 5.</summary>
    [Fact]
    public void R2_with_targets()
    {
        TrainingResult result = Trainer.Fit(
            new ScriptedNetwork(), FitSamples.Numbered(4), new() { Epochs = 1, Validation = FitSamples.Numbered(4) });
        result.History[0].R2.ShouldBe(1 - 8000);
    }

    [Fact]
    public void A_report_is_a_line_of_text_under_every_culture()
    {
        var report = new EpochReport
        {
            Epoch = 7,
            TrainingLoss = 0.123456,
            LearningRate = 0.05,
            SamplesPerSecond = 1234567.8,
            Elapsed = TimeSpan.FromSeconds(1),
        };
        UnderCulture.Hostile(report.ToString).ShouldBe("epoch    7   loss 0.12346   rate 0.05   1234568 samples/s");
        report = report with { ValidationLoss = -0.5, Accuracy = 0.975, R2 = 0.5, GradientNorm = 1e-9 };
        UnderCulture.Hostile(report.ToString).ShouldBe(
            "epoch    7   loss 0.12346   validation -0.5   accuracy 0.9750   R² 0.5000   rate 0.05   gradient 1E-09   1234568 samples/s");
    }
}
