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
    public void Clipping_goes_through_the_gradient_and_learns_as_well()
    {
        Dataset data = Clouds();
        var network = new N4x16x3_ReLU_Softmax(1);

        Trainer.Fit(network, data, Options with { ClipNorm = 1 });

        network.Accuracy(data).ShouldBeGreaterThan(0.95);
    }

    private static float[] Fitted(ulong seed)
    {
        var network = new N4x16x3_ReLU_Softmax(1);
        float[] parameters = new float[N4x16x3_ReLU_Softmax.ParameterCount];
        Trainer.Fit(network, Clouds(), Options with { Epochs = 5, Seed = seed });
        network.CopyParametersTo(parameters);
        return parameters;
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
