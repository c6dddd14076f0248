using System;
using System.Linq;
using Mlp.Lockstep;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Deterministic networks give the same bits whatever computes them. This suite runs at every vector width, and without vectors.</summary>
public sealed class DeterministicTests
{
    private const int Samples = 700;
    private const int Epochs = 3;
    private const float Rate = 0.02f;

    [Fact]
    public void Ten_networks_have_the_bits_that_are_checked_in() =>
        LockstepHashes.Lines().ShouldBe(Repository.Read("tests", "Mlp.Lockstep", "hashes.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_training_has_the_same_bits_on_any_number_of_threads()
    {
        (float[] one, double[] losses) = Fit<Policy>(degree: 1, batch: 300);

        foreach (int degree in new[] { 2, 3 })
        {
            (float[] parameters, double[] own) = Fit<Policy>(degree, batch: 300);
            Bitwise.AssertEqual(parameters, one, $"parameters after a training on {degree} threads");
            own.ShouldBe(losses);
        }
    }

    [Fact]
    public void A_training_in_common_minibatches_has_the_bits_of_training_steps()
    {
        (float[] parameters, _) = Fit<Flowers>(degree: 2, batch: 64, shuffle: false);

        var network = new Flowers();
        (float[] inputs, float[] targets) = Data<Flowers>();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            for (int start = 0; start < Samples; start += 64)
            {
                int count = Math.Min(64, Samples - start);
                network.TrainStep(inputs.AsSpan(start * 4, count * 4), targets.AsSpan(start * 3, count * 3), Rate);
            }
        }

        float[] expected = new float[Flowers.ParameterCount];
        network.CopyParametersTo(expected);
        Bitwise.AssertEqual(parameters, expected, "parameters after a training");
    }

    [Fact]
    public void A_description_says_that_a_network_is_deterministic()
    {
        Policy.Description.IsDeterministic.ShouldBeTrue();
        Networks.SmallestNetwork.Description.IsDeterministic.ShouldBeFalse();
    }

    private static (float[] Inputs, float[] Targets) Data<TNetwork>()
        where TNetwork : INetwork<TNetwork>
    {
        var random = new Random(3);
        float[] inputs = [.. Enumerable.Range(0, Samples * TNetwork.InputSize).Select(_ => (random.NextSingle() * 2) - 1)];
        float[] targets = [.. Enumerable.Range(0, Samples * TNetwork.OutputSize).Select(index => index % TNetwork.OutputSize == index / TNetwork.OutputSize % TNetwork.OutputSize ? 1f : 0f)];
        return (inputs, targets);
    }

    private static (float[] Parameters, double[] Losses) Fit<TNetwork>(int degree, int batch, bool shuffle = true)
        where TNetwork : class, INetwork<TNetwork>, new()
    {
        (float[] inputs, float[] targets) = Data<TNetwork>();
        var network = new TNetwork();
        var options = new TrainerOptions { Epochs = Epochs, BatchSize = batch, LearningRate = Rate, DegreeOfParallelism = degree, Shuffle = shuffle };
        TrainingResult result = Trainer.Fit(network, Dataset.FromTargets(inputs, TNetwork.InputSize, targets, TNetwork.OutputSize), options);
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return (parameters, [.. result.History.Select(epoch => epoch.TrainingLoss)]);
    }
}
