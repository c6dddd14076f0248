using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Pipelines;

/// <summary>Cross-validation in one call: the same as the loop that a user would write.</summary>
public sealed class CrossValidationTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 20, Seed = 9 };

    [Fact]
    public void It_is_the_loop_over_the_folds()
    {
        Dataset data = PipelineSamples.Prices(120);
        CrossValidationResult result = Trainer.CrossValidate(
            () => new PriceNet(seed: 1), data, folds: 4, Options, StandardScaler.Fit, StandardScaler.FitTargets);

        var r2 = new List<double>();
        var errors = new List<double>();
        foreach ((Dataset training, Dataset heldOut) in data.Folds(4, Options.Seed))
        {
            StandardScaler scaler = StandardScaler.Fit(training);
            StandardScaler targetScaler = StandardScaler.FitTargets(training);
            var network = new PriceNet(seed: 1);
            Trainer.Fit(network, targetScaler.TransformTargets(scaler.Transform(training)), Options);
            RegressionReport report = network.EvaluateRegressor(targetScaler.TransformTargets(scaler.Transform(heldOut)));
            r2.Add(report.R2);
            errors.Add(report.MeanAbsoluteError);
        }

        result.Folds.Select(fold => fold.Regression!.R2).ShouldBe(r2);
        result.R2!.Value.Mean.ShouldBe(r2.Average(), 1e-12);
        double mean = errors.Average();
        result.MeanAbsoluteError!.Value.Mean.ShouldBe(mean, 1e-6);
        result.MeanAbsoluteError.Value.StandardDeviation.ShouldBe(Math.Sqrt(errors.Average(error => (error - mean) * (error - mean))), 1e-6);
        result.Accuracy.ShouldBeNull();
        result.ToString().ShouldStartWith("R²");
    }

    [Fact]
    public void A_classifier_has_accuracy_and_F1()
    {
        CrossValidationResult result = Trainer.CrossValidate(
            () => new KindNet(seed: 1), PipelineSamples.Kinds(150, ["a", "b", "c"]), options: Options with { Epochs = 60 }, scaler: StandardScaler.Fit);
        result.Folds.Count.ShouldBe(5);
        result.Accuracy!.Value.Mean.ShouldBeGreaterThan(0.95);
        result.MacroF1!.Value.Mean.ShouldBeGreaterThan(0.95);
        result.R2.ShouldBeNull();
        result.ToString().ShouldStartWith("accuracy  ");
    }

    [Fact]
    public void Weights_follow_their_samples()
    {
        // Every third sample counts for nothing, so that its price plays no part.
        Dataset data = PipelineSamples.Prices(90);
        float[] targets = data.Targets();
        float[] weights = [.. Enumerable.Range(0, 90).Select(row => row % 3 == 0 ? 0f : 1f)];
        float[] spoiled = [.. targets.Select((target, row) => row % 3 == 0 ? target + 1e5f : target)];
        var scaler = StandardScaler.FitTargets(data);
        TrainerOptions weighted = Options with { SampleWeights = weights };
        CrossValidationResult clean = Trainer.CrossValidate(() => new PriceNet(seed: 1), data, 3, weighted, StandardScaler.Fit, _ => scaler);
        CrossValidationResult dirty = Trainer.CrossValidate(
            () => new PriceNet(seed: 1), Dataset.FromTargets(data.Features(), 2, spoiled), 3, weighted, StandardScaler.Fit, _ => scaler);
        dirty.Folds.Select(fold => fold.Training.History[^1].TrainingLoss).ShouldBe(clean.Folds.Select(fold => fold.Training.History[^1].TrainingLoss));
    }

    [Fact]
    public void A_network_that_has_seen_the_samples_measures_nothing()
    {
        var network = new PriceNet(seed: 1);
        Should.Throw<ArgumentException>(() => Trainer.CrossValidate(() => network, PipelineSamples.Prices(30), 3, Options)).Message
            .ShouldStartWith("create gave a network that was fitted before");
        Should.Throw<ArgumentException>(
            () => Trainer.CrossValidate(() => new PriceNet(), PipelineSamples.Prices(30), 3, Options with { Validation = PipelineSamples.Prices(3) })).Message
            .ShouldStartWith("options has Validation, but each fold is measured on what it holds out");
        Should.Throw<ArgumentOutOfRangeException>(() => Trainer.CrossValidate(() => new PriceNet(), PipelineSamples.Prices(3), 4));
    }

    [Fact]
    public void Samples_that_are_scaled_already_are_not_given_to_a_scaler_of_the_folds()
    {
        Dataset data = PipelineSamples.Prices(30);
        Dataset scaled = StandardScaler.Fit(data).Transform(data);
        Should.Throw<ArgumentException>(() => Trainer.CrossValidate(() => new PriceNet(), scaled, 3, Options, StandardScaler.Fit)).Message
            .ShouldStartWith("data has features that went through StandardScaler of 2");
        Should.Throw<ArgumentException>(
            () => Pipeline.Fit(new PriceNet(), StandardScaler.FitTargets(data).TransformTargets(data), Options, targetScaler: MinMaxScaler.FitTargets)).Message
            .ShouldStartWith("data has targets that went through StandardScaler of 1");
        Trainer.CrossValidate(() => new PriceNet(), scaled, 3, Options).Folds.Count.ShouldBe(3);
    }

    [Fact]
    public void A_fold_that_diverges_is_an_error_and_a_cancelled_run_too()
    {
        Should.Throw<TrainingDivergedException>(() => Trainer.CrossValidate(() => new LineNet(seed: 1), Raw(), 2, Options with { LearningRate = 0.1 }));
        Should.Throw<OperationCanceledException>(
            () => Trainer.CrossValidate(() => new PriceNet(), PipelineSamples.Prices(30), cancellationToken: new CancellationToken(canceled: true)));

        static Dataset Raw() => Dataset.FromTargets([300f, 200, 100, 20, 10, 400, 300, 100, 20, 50, 70, 90], 3, [1000f, 2, 3, 2000, 1, 2, 3, 4], 2);
    }
}
