using System;
using System.Linq;
using Mlp.Testing.Reference;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Predictions agree with the oracle, one by one and in batches of every size.</summary>
public sealed class ForwardTests
{
    private static readonly int[] BatchSizes = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 37, 1000];

    [Theory]
    [EveryNetwork]
    public void One_sample_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network);
        for (int sample = 0; sample < network.Affordable(20); sample++)
        {
            float[] input = bench.Inputs(1);
            Agreement.Forward(bench.Network, input, bench.Bounded.Forward(input), $"sample {sample}, output");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Every_batch_size_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network);
        int most = Math.Max(17, network.Affordable(1000));
        float[] inputs = bench.Inputs(most);
        Bounded[] expected = bench.Bounded.Forward(inputs);
        foreach (int n in BatchSizes.Where(size => size < most).Append(most))
        {
            Agreement.ForwardBatch(bench.Network, inputs[..(n * network.InputSize)], expected.AsSpan(0, n * network.OutputSize), $"batch of {n}, output");
        }
    }

    [Theory]
    [EveryNetwork]
    public void A_sample_has_the_same_bits_in_any_batch(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] inputs = bench.Inputs(37);
        float[] all = bench.Outputs(inputs);
        for (int row = 0; row < 37; row++)
        {
            float[] alone = bench.Outputs(inputs[(row * network.InputSize)..((row + 1) * network.InputSize)]);
            Bitwise.AssertEqual(all.AsSpan(row * network.OutputSize, network.OutputSize), alone, $"row {row} of 37, output");
        }

        foreach (int n in new[] { 2, 3, 8, 17, 33 })
        {
            // The last n samples: every one of them stands elsewhere than in the batch of 37.
            float[] outputs = bench.Outputs(inputs[^(n * network.InputSize)..]);
            Bitwise.AssertEqual(outputs, all.AsSpan(all.Length - outputs.Length), $"last {n}, output");
        }
    }

    [Theory]
    [EveryNetwork]
    public void A_large_batch_has_the_bits_of_small_ones(NetworkCase network)
    {
        var bench = new Bench(network, seed: 2);
        int n = Math.Clamp(40_000_000 / network.ParameterCount, 100, 1000);
        float[] inputs = bench.Inputs(n);
        float[] all = bench.Outputs(inputs);
        for (int start = 0; start < n; start += 37)
        {
            int end = Math.Min(n, start + 37);
            float[] part = bench.Outputs(inputs[(start * network.InputSize)..(end * network.InputSize)]);
            Bitwise.AssertEqual(all.AsSpan(start * network.OutputSize, part.Length), part, $"rows from {start} of {n}, output");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Forward_and_ForwardBatch_agree(NetworkCase network)
    {
        var bench = new Bench(network, seed: 3);
        float[] input = bench.Inputs(1);
        float[] single = new float[network.OutputSize];
        bench.Network.Forward(input, single);
        float[] batch = bench.Outputs(input);
        Bounded[] bounds = bench.Bounded.Forward(input);
        for (int k = 0; k < single.Length; k++)
        {
            new Bounded(batch[k], 2 * bounds[k].Bound).Assert(single[k], $"output[{k}]");
        }
    }

    [Theory]
    [EveryNetwork]
    public void Calls_repeat_bit_by_bit(NetworkCase network)
    {
        var bench = new Bench(network, seed: 4);
        float[] inputs = bench.Inputs(19);
        float[] first = bench.Outputs(inputs);
        float[] one = new float[network.OutputSize];
        float[] again = new float[network.OutputSize];
        bench.Network.Forward(inputs.AsSpan(0, network.InputSize), one);

        for (int i = 0; i < 3; i++)
        {
            Bitwise.AssertEqual(bench.Outputs(inputs), first, "batch");
            bench.Network.Forward(inputs.AsSpan(0, network.InputSize), again);
            Bitwise.AssertEqual(again, one, "output");
        }
    }
}
