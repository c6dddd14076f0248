using System;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Losses and gradients agree with the oracle, with float targets and with labels.</summary>
public sealed class GradientTests
{
    private static readonly int[] BatchSizes = [1, 2, 7, 16, 17, 33];

    [Theory]
    [EveryNetwork]
    public void Loss_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach (int n in BatchSizes)
        {
            (float[] inputs, float[] targets) = (bench.Inputs(n), bench.Targets(n));
            bench.Bounded.MeanLoss(inputs, targets).Assert(bench.Network.ComputeLoss(inputs, targets), $"loss of {n}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Gradient_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network, seed: 2);
        float[] gradient = new float[network.ParameterCount];
        foreach (int n in BatchSizes)
        {
            (float[] inputs, float[] targets) = (bench.Inputs(n), bench.Targets(n));
            Array.Fill(gradient, float.NaN);

            float loss = bench.Network.ComputeGradient(inputs, targets, gradient);

            BoundedGradient expected = bench.Bounded.Gradient(inputs, targets);
            expected.Loss.Assert(loss, $"loss of {n}");
            Bounded.AssertAll(gradient, expected.Elements, $"gradient of {n}");
        }
    }

    [Theory]
    [EveryClassifier]
    public void Labels_mean_what_their_targets_mean(NetworkCase network)
    {
        var bench = new Bench(network, seed: 3);
        float[] gradient = new float[network.ParameterCount];
        foreach (int n in new[] { 1, 5, 16, 19 })
        {
            (float[] inputs, int[] labels) = (bench.Inputs(n), bench.Labels(n));
            BoundedGradient expected = bench.Bounded.Gradient(inputs, bench.TargetsOf(labels));

            expected.Loss.Assert(bench.Network.ComputeLoss(inputs, labels), $"loss of {n}");
            expected.Loss.Assert(bench.Network.ComputeGradient(inputs, labels, gradient), $"loss of {n} with its gradient");
            Bounded.AssertAll(gradient, expected.Elements, $"gradient of {n}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void At_zero_input_and_zero_parameters_nothing_is_uncertain(NetworkCase network)
    {
        var bench = new Bench(network);
        bench.Use(new float[network.ParameterCount]);
        (float[] inputs, float[] targets) = (new float[3 * network.InputSize], bench.Targets(3));
        float[] gradient = new float[network.ParameterCount];

        float loss = bench.Network.ComputeGradient(inputs, targets, gradient);

        // Every hidden sum is exactly 0, the kink of ReLU included: g′(0) = 0 there [Lu 16].
        BoundedGradient expected = bench.Bounded.Gradient(inputs, targets);
        expected.Loss.Assert(loss, "loss");
        Bounded.AssertAll(gradient, expected.Elements, "gradient");
    }

    [Theory]
    [EveryNetwork]
    public void Gradients_repeat_bit_by_bit_and_change_no_parameter(NetworkCase network)
    {
        var bench = new Bench(network, seed: 5);
        float[] before = bench.Parameters;
        (float[] inputs, float[] targets) = (bench.Inputs(21), bench.Targets(21));
        float[] first = new float[network.ParameterCount];
        float[] again = new float[network.ParameterCount];
        float loss = bench.Network.ComputeGradient(inputs, targets, first);
        float alone = bench.Network.ComputeLoss(inputs, targets);

        for (int i = 0; i < 3; i++)
        {
            Bitwise.AreEqual(bench.Network.ComputeGradient(inputs, targets, again), loss).ShouldBeTrue("the loss moved");
            Bitwise.AreEqual(bench.Network.ComputeLoss(inputs, targets), alone).ShouldBeTrue("the loss alone moved");
            Bitwise.AssertEqual(again, first, "gradient");
        }

        Bitwise.AssertEqual(bench.Parameters, before, "parameters");
    }
}
