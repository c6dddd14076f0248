using System;
using System.Linq;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>A fit of emitted networks, from a data set to predictions.</summary>
public sealed class TrainerTests
{
    private static readonly TrainerOptions Options = new() { Epochs = 60, Schedule = 0.1, ValidationFraction = 0.2, Seed = 3 };

    [Fact]
    public void Three_clouds_are_told_apart()
    {
        Dataset data = Clouds();
        var network = new N4x16x3_ReLU_Softmax(1);

        TrainingResult result = Trainer.Fit(network, data, Options);

        network.Accuracy(data).ShouldBeGreaterThan(0.95);
        result.StopReason.ShouldBe(StopReason.Completed);
        result.BestLoss.ShouldBe(result.History.Min(report => report.ValidationLoss!.Value));
    }

    [Fact]
    public void The_same_seed_gives_the_same_parameters_to_the_last_bit()
    {
        float[] first = Fitted(seed: 5);

        Fitted(seed: 5).ShouldBe(first);
        Fitted(seed: 6).ShouldNotBe(first);
    }

    [Fact]
    public void A_fit_that_diverges_says_so_and_leaves_finite_parameters()
    {
        var network = new N4x16x3_ReLU_Softmax(1);
        float[] parameters = new float[N4x16x3_ReLU_Softmax.ParameterCount];

        TrainingResult result = Trainer.Fit(network, Clouds(), Options with { Schedule = 1e6 });

        result.StopReason.ShouldBe(StopReason.Diverged);
        network.CopyParametersTo(parameters);
        parameters.ShouldAllBe(parameter => float.IsFinite(parameter));
    }

    [Fact]
    public void After_a_divergence_a_fit_begins_afresh()
    {
        Dataset data = Clouds();
        var network = new Adam_4x16x3_ReLU_Softmax(1);
        Trainer.Fit(network, data, Options with { Schedule = 3e38 }).StopReason.ShouldBe(StopReason.Diverged);

        Trainer.Fit(network, data, Options with { Schedule = 0.01 }).StopReason.ShouldBe(StopReason.Completed);

        network.Accuracy(data).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Clipping_goes_through_the_gradient_and_learns_as_well()
    {
        Dataset data = Clouds();
        var network = new N4x16x3_ReLU_Softmax(1);

        Trainer.Fit(network, data, Options with { ClipNorm = 1 });

        network.Accuracy(data).ShouldBeGreaterThan(0.95);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Threads_give_the_same_bits_each_time_and_what_one_thread_gives(int degree)
    {
        TrainerOptions options = Options with { Epochs = 5, BatchSize = 100 };
        float[] alone = Fitted(new Adam_4x16x3_ReLU_Softmax(1), options);

        float[] shared = Fitted(new Adam_4x16x3_ReLU_Softmax(1), options with { DegreeOfParallelism = degree });

        Fitted(new Adam_4x16x3_ReLU_Softmax(1), options with { DegreeOfParallelism = degree }).ShouldBe(shared);
        for (int i = 0; i < alone.Length; i++)
        {
            shared[i].ShouldBe(alone[i], 1e-3);
        }
    }

    [Fact]
    public void Threads_clip_and_measure_as_one_does()
    {
        TrainerOptions options = Options with { Epochs = 5, BatchSize = 64, ClipNorm = 0.1, MeasureGradients = true };
        float[] alone = Fitted(new Nesterov_4x16x3_ReLU_Softmax(1), options);

        float[] shared = Fitted(new Nesterov_4x16x3_ReLU_Softmax(1), options with { DegreeOfParallelism = 2 });

        for (int i = 0; i < alone.Length; i++)
        {
            shared[i].ShouldBe(alone[i], 1e-4);
        }
    }

    [Fact]
    public void Balanced_weights_find_the_rare_class()
    {
        Dataset data = Rare();
        (var plain, var balanced) = (new N4x16x3_ReLU_Softmax(1), new N4x16x3_ReLU_Softmax(1));
        TrainerOptions options = new() { Epochs = 20, Schedule = 0.1 };

        Trainer.Fit(plain, data, options);
        Trainer.Fit(balanced, data, options with { ClassWeights = ClassWeights.Balanced });

        double recall = balanced.EvaluateClassifier(data).Scores(2).Recall;
        recall.ShouldBeGreaterThan(0.7);
        recall.ShouldBeGreaterThan(plain.EvaluateClassifier(data).Scores(2).Recall + 0.2);
    }

    [Fact]
    public void A_sample_without_weight_is_as_if_it_were_not_there()
    {
        Dataset data = Clouds();
        float[] weights = [.. Enumerable.Range(0, 300).Select(sample => sample < 150 ? 2f : 0f)];
        TrainerOptions options = Options with { ValidationFraction = null, Shuffle = false, Epochs = 1, BatchSize = 300 };

        float[] weighted = Fitted(new N4x16x3_ReLU_Softmax(1), options with { SampleWeights = weights });

        float[] half = Fitted(new N4x16x3_ReLU_Softmax(1), options with { BatchSize = 150 }, data.Subset(..150));
        for (int i = 0; i < half.Length; i++)
        {
            weighted[i].ShouldBe(half[i], 1e-6);
        }
    }

    [Fact]
    public void A_line_search_falls_at_every_epoch()
    {
        var network = new N4x16x3_ReLU_Softmax(1);

        TrainingResult result = Trainer.Fit(network, Clouds(), new() { Epochs = 60, LineSearch = new BacktrackingLineSearch() });

        double[] losses = [.. result.History.Select(report => report.TrainingLoss)];
        losses.Zip(losses.Skip(1)).ShouldAllBe(pair => pair.Second < pair.First);
        losses[^1].ShouldBeLessThan(0.3 * losses[0]);
    }

    [Fact]
    public void A_line_search_is_for_gradient_descent_alone() =>
        Should.Throw<ArgumentException>(() => Trainer.Fit(
            new Adam_4x16x3_ReLU_Softmax(1), Clouds(), new() { LineSearch = new BacktrackingLineSearch() })).Message.ShouldContain("Adam");

    [Fact]
    public void A_line_search_has_no_penalties() =>
        Should.Throw<ArgumentException>(() => Trainer.Fit(
            new PenalizedNetwork(1), Clouds(), new() { LineSearch = new BacktrackingLineSearch() })).Message.ShouldStartWith(
                "options has LineSearch, which only knows the loss, but the network also has WeightDecay or L1");

    /// <summary>Passed by value, the parameters are trained, and the next fit goes on with what the optimizer remembers of the first.</summary>
    [Fact]
    public void Fits_of_a_copy_go_on_as_those_of_a_class()
    {
        var copied = new RememberingStruct(1);
        var recorded = new RememberingRecord(1);
        TrainerOptions options = Options with { Epochs = 2, Schedule = 0.01 };
        float[] first = Fitted(copied, options);

        Fitted(recorded, options).ShouldBe(first);

        float[] second = Fitted(copied, options);
        Fitted(recorded with { }, options).ShouldBe(second);
        second.ShouldNotBe(first);
    }

    [Fact]
    public void A_struct_is_trained_in_slices_too()
    {
        Dataset data = Clouds();
        var network = new StructNetwork(1);

        Trainer.FitInPlace(ref network, data, Options with { DegreeOfParallelism = 2, ClassWeights = ClassWeights.Balanced });

        network.Accuracy(data).ShouldBeGreaterThan(0.95);
    }

    private static float[] Fitted(ulong seed) => Fitted(new N4x16x3_ReLU_Softmax(1), Options with { Epochs = 5, Seed = seed });

    private static float[] Fitted<TNetwork>(TNetwork network, TrainerOptions options, Dataset? data = null)
        where TNetwork : INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        Trainer.Fit(network, data ?? Clouds(), options);
        network.CopyParametersTo(parameters);
        return parameters;
    }

    /// <summary>Two classes of two hundred and, among them, twelve samples of a third.</summary>
    private static Dataset Rare()
    {
        var random = new Random(2);
        int[] labels = [.. Enumerable.Range(0, 412).Select(sample => sample < 400 ? sample % 2 : 2)];
        float[] features = [.. labels.SelectMany(label => Enumerable.Range(0, 4).Select(feature => (random.NextSingle() * 2) + (feature == label ? 1 : 0)))];
        return Dataset.FromLabels(features, 4, labels);
    }

    /// <summary>A hundred samples of each class, which one of four features tells from the others.</summary>
    private static Dataset Clouds()
    {
        var random = new Random(1);
        int[] labels = [.. Enumerable.Range(0, 300).Select(sample => sample % 3)];
        float[] features = [.. labels.SelectMany(label => Enumerable.Range(0, 4).Select(feature => (random.NextSingle() * 0.8f) + (feature == label ? 1 : 0)))];
        return Dataset.FromLabels(features, 4, labels);
    }
}
