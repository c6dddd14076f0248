using System;
using System.Linq;
using Mlp.CompilerServices;
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
            Batch batch = bench.Batch(n);
            Agreement.Loss(bench.Network, batch, bench.Bounded.MeanLoss(batch.Inputs, batch.Targets), $"{n}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Gradient_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network, seed: 2);
        foreach (int n in BatchSizes.Append(Math.Max(33, network.Affordable(1000) / 2)))
        {
            Batch batch = bench.Batch(n);
            Agreement.Gradient(bench.Network, batch, bench.Bounded.Gradient(batch.Inputs, batch.Targets), $"{n}");
        }
    }

    [Theory]
    [EveryClassifier]
    public void Labels_mean_what_their_targets_mean(NetworkCase network)
    {
        var bench = new Bench(network, seed: 3);
        foreach (int n in new[] { 1, 5, 16, 19 })
        {
            Batch batch = bench.LabelledBatch(n);
            BoundedGradient expected = bench.Bounded.Gradient(batch.Inputs, batch.Targets);
            Agreement.Loss(bench.Network, batch, bench.Bounded.MeanLoss(batch.Inputs, batch.Targets), $"{n}");
            Agreement.Gradient(bench.Network, batch, expected, $"{n}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void At_zero_input_and_zero_hidden_parameters_nothing_is_uncertain(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] parameters = bench.Parameters;
        Array.Clear(parameters, 0, network.Description.Layers[^1].ParameterOffset);
        bench.Use(parameters);
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

    [Theory]
    [EveryNetwork]
    public void Gradient_of_a_large_batch_is_the_mean_of_its_halves(NetworkCase network)
    {
        // Past every tile and every budget of the stack, where the oracle would take too long.
        int half = Math.Clamp(20_000_000 / network.ParameterCount, 20, 500) + 3;
        var bench = new Bench(network, seed: 6);
        (float[] inputs, float[] targets) = (bench.Inputs(2 * half), bench.Targets(2 * half));
        (int input, int target) = (half * network.InputSize, half * network.OutputSize);
        float[][] gradients = [new float[network.ParameterCount], new float[network.ParameterCount], new float[network.ParameterCount]];

        float whole = bench.Network.ComputeGradient(inputs, targets, gradients[0]);
        float first = bench.Network.ComputeGradient(inputs.AsSpan(0, input), targets.AsSpan(0, target), gradients[1]);

        // As a slice, which knows where it begins: a network that drops values drops others there.
        var slice = new GradientSlice();
        slice.Clear(half);
        float second = (float)(bench.Network.Sliced.AddGradient(inputs.AsSpan(input), targets.AsSpan(target), [], 1f / half, slice) / half);
        bench.Network.Sliced.CopyGradientTo(slice, gradients[2]);

        whole.ShouldBe((first + second) / 2, 2e-4f * (Math.Abs(first) + Math.Abs(second)));
        float scale = gradients[1].Concat(gradients[2]).Max(element => Math.Abs(element));
        for (int i = 0; i < network.ParameterCount; i++)
        {
            new Bounded((gradients[1][i] + gradients[2][i]) / 2, 2e-4 * scale).Assert(gradients[0][i], $"gradient[{i}]");
        }
    }
}
