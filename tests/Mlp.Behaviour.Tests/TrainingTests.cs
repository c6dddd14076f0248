using System;
using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Steps of the optimizer agree with the oracle, each one started where the network stands.</summary>
public sealed class TrainingTests
{
    private const float Rate = 0.05f;

    private static readonly int[] BatchSizes = [1, 5, 32, 1, 2, 17, 8, 200, 3, 16];

    [Theory]
    [EveryNetwork]
    public void Ten_steps_agree_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach (int n in BatchSizes.Select(size => Math.Min(size, Math.Max(17, network.Affordable(200)))))
        {
            bench.AssertStep(bench.Batch(n), Rate, $"{n}");
        }
    }

    [Theory]
    [EveryClassifier]
    public void Steps_with_labels_agree_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network, seed: 2);
        foreach (int n in new[] { 1, 7, 16, 17 })
        {
            bench.AssertStep(bench.LabelledBatch(n), Rate, $"{n}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Applying_a_gradient_is_a_step_along_it(NetworkCase network)
    {
        var bench = new Bench(network, seed: 3);
        bench.AssertApplication(bench.RandomParameters(), Rate);
    }

    [Theory]
    [EveryNetwork]
    public void A_step_is_its_gradient_applied(NetworkCase network)
    {
        var bench = new Bench(network, seed: 4);
        Batch batch = bench.Batch(9);
        float[] gradient = new float[network.ParameterCount];
        NetworkInstance other = bench.Network.Clone();
        (Bounded[] expected, _) = bench.Step(batch, Rate);

        other.ComputeGradient(batch.Inputs, batch.Targets, gradient);
        other.ApplyGradient(gradient, Rate);
        bench.Network.TrainStep(batch.Inputs, batch.Targets, Rate);

        Bounded.AssertAll(bench.ParametersOf(other), expected, "gradient applied, parameter");
        Bounded.AssertAll(bench.Parameters, expected, "stepped, parameter");
    }

    [Theory]
    [EveryNetwork]
    public void Training_repeats_bit_by_bit(NetworkCase network)
    {
        var bench = new Bench(network, seed: 5);
        NetworkInstance twin = bench.Network.Clone();
        for (int step = 0; step < 3; step++)
        {
            (float[] inputs, float[] targets) = (bench.Inputs(step + 15), bench.Targets(step + 15));
            float loss = bench.Network.TrainStep(inputs, targets, Rate);
            Bitwise.AreEqual(twin.TrainStep(inputs, targets, Rate), loss).ShouldBeTrue("the loss differs");
        }

        Bitwise.AssertEqual(bench.ParametersOf(twin), bench.Parameters, "parameters");
    }

    [Theory]
    [EveryNetwork]
    public void A_step_of_length_zero_changes_nothing(NetworkCase network)
    {
        var bench = new Bench(network, seed: 6);
        float[] before = bench.Parameters;
        bench.Network.TrainStep(bench.Inputs(5), bench.Targets(5), 0);
        bench.Parameters.ShouldBe(before);
    }
}
