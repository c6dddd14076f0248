using System;
using System.Linq;
using Mlp.Behaviour.Tests.Networks;
using Mlp.CompilerServices;
using Mlp.Testing.Reference;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Gradients in slices that have more than a block: in one call and in many, added to one another, read in between.</summary>
public sealed class LargeSliceTests
{
    private const float Rate = 0.01f;

    /// <summary>Whether it comes at once, in parts with blocks left open, or 64 samples at a time.</summary>
    [Theory]
    [MemberData(nameof(LargeBatch.Cases), MemberType = typeof(LargeBatch))]
    public void A_slice_is_as_good_however_its_samples_come(Type type, int million)
    {
        int n = million / 8;
        (Bench bench, Batch rows, BoundedGradient expected) = LargeBatch.Drifting(type);
        Batch batch = LargeBatch.Repeated(rows, n, bench.Case);
        float[] gradient = new float[bench.Case.ParameterCount];
        ISlicedTraining sliced = bench.Network.Sliced;
        foreach (int count in new[] { n, (n / 5) - 3, 1000, 64 })
        {
            var slice = new GradientSlice();
            double loss = 0;
            for (int start = 0; start < n; start += count)
            {
                loss += Add(start, Math.Min(count, n - start), slice);
            }

            sliced.CopyGradientTo(slice, gradient);
            Bounded.AssertAll(gradient, expected.Elements, $"{n} samples, {count} at a time");
            expected.Loss.Assert((float)(loss / n), $"loss of {n} samples, {count} at a time");
        }

        double Add(int start, int count, GradientSlice slice) =>
            sliced.AddGradient(LargeBatch.Rows(batch.Inputs, bench.Case.InputSize, start, count), LargeBatch.Rows(batch.Targets, bench.Case.OutputSize, start, count), [], 1f / n, slice);
    }

    /// <summary>One slice full of blocks, one with a single block, one that was read before more came.</summary>
    [Theory]
    [EverySmallNetwork]
    public void Slices_with_blocks_are_added_and_read_and_added_onto(NetworkCase network)
    {
        var bench = new Bench(network, seed: 42);
        Batch rows = bench.Batch(network.Affordable(64));
        int few = rows.Inputs.Length / network.InputSize;
        int many = LargeBatch.Multiple((2 * LargeBatch.Block) + 1, rows, network);
        Batch batch = LargeBatch.Repeated(rows, many, network);
        BoundedGradient expected = LargeBatch.OfBlock(bench.Bounded.Gradient(rows.Inputs, rows.Targets));
        ISlicedTraining sliced = bench.Network.Sliced;
        float[] gradient = new float[network.ParameterCount];
        GradientSlice[] slices = [new(), new(), new()];
        float scale = 1f / ((4 * many) + (2 * few));

        Add(batch, 0);
        Add(rows, 1);
        Add(batch, 2);
        sliced.CopyGradientTo(slices[2], gradient);
        Add(rows, 2);
        for (int part = 2; part >= 0; part--)
        {
            slices[0].Add(slices.AsSpan(1), part, 3);
        }

        Add(batch, 0);
        sliced.CopyGradientTo(slices[0], gradient);
        Add(batch, 0);
        sliced.CopyGradientTo(slices[0], gradient);
        Bounded.AssertAll(gradient, expected.Elements, "gradient of slices");

        // Steps part by part, from the last to the first, are those of the whole.
        NetworkInstance whole = bench.Network.Clone();
        OptimizerStep step = sliced.BeginStep(Rate);
        for (int part = 4; part >= 0; part--)
        {
            sliced.Step(slices[0], step, part, 5);
        }

        whole.ApplyGradient(gradient, Rate);
        Bitwise.AssertEqual(bench.Parameters, bench.ParametersOf(whole), "parameters");

        // A cleared slice is a new one, whatever it held.
        float[] again = new float[network.ParameterCount];
        slices[2].Clear();
        slices[1] = new GradientSlice();
        Add(batch, 1);
        Add(batch, 2);
        sliced.CopyGradientTo(slices[1], gradient);
        sliced.CopyGradientTo(slices[2], again);
        Bitwise.AssertEqual(again, gradient, "gradient");

        void Add(Batch samples, int slice) => sliced.AddGradient(samples.Inputs, samples.Targets, [], scale, slices[slice]);
    }

    [Fact]
    public void Weights_go_with_their_samples_from_block_to_block()
    {
        var bench = new Bench(NetworkCatalogue.Of<N3x17x2_ReLU_Identity>(), seed: 43);
        const int N = (2 * LargeBatch.Block) + 100;
        Batch batch = bench.Batch(N);
        float[] weights = [.. Enumerable.Range(0, N).Select(row => row < LargeBatch.Block ? 0f : row < LargeBatch.Block + 60 ? 1 : row < N - 60 ? 0 : 1)];
        int[] counted = [.. Enumerable.Range(0, N).Where(row => weights[row] > 0)];
        BoundedGradient expected = bench.Bounded.Gradient(
            [.. counted.SelectMany(row => LargeBatch.Rows(batch.Inputs, 3, row, 1).ToArray())], [.. counted.SelectMany(row => LargeBatch.Rows(batch.Targets, 2, row, 1).ToArray())]);
        float[] gradient = new float[bench.Case.ParameterCount];
        var slice = new GradientSlice();

        bench.Network.Sliced.AddGradient(batch.Inputs, batch.Targets, weights, 1f / counted.Length, slice);
        bench.Network.Sliced.CopyGradientTo(slice, gradient);

        Bounded.AssertAll(gradient, expected.Elements, "weighted gradient");
    }
}
