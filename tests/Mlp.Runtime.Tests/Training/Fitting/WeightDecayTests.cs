using System;
using System.Linq;
using Mlp.Runtime.Tests.Training.Checkpoints;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Weight decay as an option: what a declaration with the same number does, to the last bit, and what a plain formula says.</summary>
public sealed class WeightDecayTests
{
    private const double Decay = 0.05;

    // All of them through the gradient: the fused step of a network rounds otherwise.
    private static readonly TrainerOptions Options = CheckpointSamples.Options with { MeasureGradients = true, ClipNorm = 0.5 };

    [Fact]
    public void It_is_that_of_a_declaration()
    {
        Fitted(new PlainNet(1), Decay).ShouldBe(Fitted(new PlainDecayedNet(1), 0));
        Fitted(new NesterovNet(1), Decay).ShouldBe(Fitted(new NesterovDecayedNet(1), 0));
        Fitted(new ApartNet(1), Decay).ShouldBe(Fitted(new ApartDecayedNet(1), 0));
        Fitted(new PlainNet(1), Decay).ShouldNotBe(Fitted(new PlainNet(1), 0));
        Fitted(new ApartNet(1), Decay).ShouldNotBe(Fitted(new ApartNet(1), 0));
    }

    /// <summary>Losses, their gradients and what is compared with the tolerance are without it.</summary>
    [Fact]
    public void Reports_are_those_of_a_declaration()
    {
        EpochReport[] option = [.. Trainer.Fit(new NesterovNet(1), CheckpointSamples.Data, Options with { WeightDecay = Decay }).History];
        EpochReport[] declared = [.. Trainer.Fit(new NesterovDecayedNet(1), CheckpointSamples.Data, Options).History];

        option.Select(report => (report.TrainingLoss, report.GradientNorm)).ShouldBe(declared.Select(report => (report.TrainingLoss, report.GradientNorm)));
    }

    /// <summary>θ ← θ − α (g + (λ + λ′) θ) for weights, θ ← θ − α g for others.</summary>
    [Fact]
    public void It_adds_up_with_that_of_the_declaration()
    {
        (float[] start, float[] gradient) = FirstGradient(new PlainDecayedNet(1));

        float[] stepped = Stepped(new PlainDecayedNet(1), 0.1);

        for (int index = 0; index < start.Length; index++)
        {
            double decay = IsWeight<PlainDecayedNet>(index) ? 0.1 + 0.05 : 0;
            stepped[index].ShouldBe((float)(start[index] - (0.25 * (gradient[index] + (decay * start[index])))), 1e-6f);
        }
    }

    /// <summary>After a first step of AdamW, θ = (1 − α λ) (1 − α λ′) θ₀ − α g / (|g| + ε) for weights: gradients do not scale it.</summary>
    [Fact]
    public void AdamW_shrinks_weights_by_both()
    {
        (float[] start, float[] gradient) = FirstGradient(new ApartDecayedNet(1));

        float[] stepped = Stepped(new ApartDecayedNet(1), 0.1);

        for (int index = 0; index < start.Length; index++)
        {
            double shrunk = IsWeight<ApartDecayedNet>(index) ? start[index] * (1 - (0.25 * 0.1)) * (1 - (0.25 * 0.05)) : start[index];
            stepped[index].ShouldBe((float)(shrunk - (0.25 * gradient[index] / (Math.Abs(gradient[index]) + 1e-8))), 1e-5f);
        }
    }

    /// <summary>The gradient of a batch is θ, clipped to norm 1; then λ θ joins that of weights, and neither that of biases nor what is measured.</summary>
    [Fact]
    public void It_comes_behind_clipping()
    {
        Bowl bowl = new(3, 4, 0, 12);
        TrainerOptions options = new() { Epochs = 1, LearningRate = 0.5, ClipNorm = 1, MeasureGradients = true, WeightDecay = 0.25 };

        TrainingResult result = Trainer.FitInPlace(ref bowl, FitSamples.Numbered(1), options);

        result.History[0].GradientNorm.ShouldBe(13);
        float[] expected = [3 - (0.5f * ((3f / 13) + (0.25f * 3))), 4 - (0.5f * 4 / 13), 0, 12 - (0.5f * 12 / 13)];
        for (int index = 0; index < 4; index++)
        {
            bowl.Parameters[index].ShouldBe(expected[index], 1e-6f);
        }
    }

    [Fact]
    public void It_is_trained_in_slices_too()
    {
        float[] alone = Fitted(new NesterovNet(1), Decay, Options with { BatchSize = 40 });

        float[] shared = Fitted(new NesterovNet(1), Decay, Options with { BatchSize = 40, DegreeOfParallelism = 2 });

        for (int index = 0; index < alone.Length; index++)
        {
            shared[index].ShouldBe(alone[index], 1e-4f);
        }
    }

    /// <summary>A gradient that overflows by it ends the training in words.</summary>
    [Fact]
    public void One_that_is_far_too_large_diverges()
    {
        var network = new PlainNet(1);
        float[] parameters = new float[PlainNet.ParameterCount];

        Trainer.Fit(network, CheckpointSamples.Data, CheckpointSamples.Options with { WeightDecay = 3e38, LearningRate = 1e3 }).StopReason.ShouldBe(StopReason.Diverged);

        network.CopyParametersTo(parameters);
        parameters.ShouldAllBe(parameter => float.IsFinite(parameter));
    }

    [Fact]
    public void A_line_search_has_none() =>
        Should.Throw<ArgumentException>(() => Trainer.Fit(new PlainNet(1), CheckpointSamples.Data, new() { LineSearch = new BacktrackingLineSearch(), WeightDecay = 0.1 }))
            .Message.ShouldStartWith("options has both LineSearch and WeightDecay, but the search only knows the loss: leave one of them out.");

    [Theory]
    [InlineData(-0.5, "WeightDecay is -0.5, but must be a finite number of 0 or more.")]
    [InlineData(double.NaN, "WeightDecay is NaN, but must be a finite number of 0 or more.")]
    [InlineData(1e300, "WeightDecay is 1E+300, but must be a number that a float can hold, 3.4e38 at most.")]
    public void It_is_a_number_of_its_range(double decay, string message) =>
        UnderCulture.Hostile(() => Should.Throw<ArgumentOutOfRangeException>(() => new TrainerOptions { WeightDecay = decay }).Message).ShouldStartWith(message);

    private static bool IsWeight<TNetwork>(int index)
        where TNetwork : INetwork<TNetwork> =>
        TNetwork.Description.Layers.Any(layer => index >= layer.ParameterOffset && index < layer.ParameterOffset + layer.WeightCount);

    private static float[] Fitted<TNetwork>(TNetwork network, double decay, TrainerOptions? options = null)
        where TNetwork : INetwork<TNetwork>
    {
        Trainer.Fit(network, CheckpointSamples.Data, (options ?? Options) with { WeightDecay = decay });
        return ParametersOf(network);
    }

    private static float[] Stepped<TNetwork>(TNetwork network, double decay)
        where TNetwork : INetwork<TNetwork>
    {
        TrainerOptions options = new() { Epochs = 1, BatchSize = 41, Shuffle = false, LearningRate = 0.25, WeightDecay = decay };
        Trainer.Fit(network, CheckpointSamples.Data, options).BestEpoch.ShouldBe(1);
        return ParametersOf(network);
    }

    private static (float[] Start, float[] Gradient) FirstGradient<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        Dataset data = CheckpointSamples.Data;
        float[] gradient = new float[TNetwork.ParameterCount];
        float[] features = [.. Enumerable.Range(0, data.Count).SelectMany(row => data.Features(row).ToArray())];
        float[] targets = [.. Enumerable.Range(0, data.Count).SelectMany(row => Enumerable.Range(0, 3).Select(label => data.Label(row) == label ? 1f : 0f))];
        network.ComputeGradient(features, targets, gradient);
        return (ParametersOf(network), gradient);
    }

    private static float[] ParametersOf<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
