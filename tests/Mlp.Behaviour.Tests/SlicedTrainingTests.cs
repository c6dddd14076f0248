using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.CompilerServices;
using Mlp.Testing;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>A training step in pieces: weighted samples, slices of a minibatch, parts of the parameters.</summary>
public sealed class SlicedTrainingTests
{
    private const float Rate = 0.05f;

    [Theory]
    [EveryNetwork]
    public void A_sample_of_weight_three_counts_like_three_samples(NetworkCase network)
    {
        var bench = new Bench(network, seed: 11);
        var random = new Random(11);
        foreach (int n in new[] { 1, 7, 17, 65, 130 }.Where(n => n <= Math.Max(17, network.Affordable(130))))
        {
            Batch batch = bench.Batch(n);
            int[] counts = [.. Enumerable.Range(0, n).Select(row => row == 0 ? 3 : random.Next(4))];
            int total = counts.Sum();
            BoundedGradient expected = bench.Bounded.Gradient(
                Repeated(batch.Inputs, counts), Repeated(batch.Targets, counts), [.. counts.SelectMany((count, row) => Enumerable.Repeat(row, count))]);
            (CanarySpan inputs, CanarySpan targets, CanarySpan weights, CanarySpan gradient) =
                (new(batch.Inputs), new(batch.Targets), new([.. counts.Select(count => (float)count)]), new(network.ParameterCount));
            var slice = new GradientSlice();

            double loss = bench.Network.Sliced.AddGradient(inputs.Span, targets.Span, weights.Span, 1f / total, slice);
            bench.Network.Sliced.CopyGradientTo(slice, gradient.Span);

            expected.Loss.Assert((float)(loss / total), $"weighted loss of {n}");
            Bounded.AssertAll(gradient.Span, expected.Elements, $"weighted gradient of {n}");
            Array.ForEach([inputs, targets, weights, gradient], span => span.AssertIntact());
        }
    }

    [Theory]
    [EveryNetwork]
    public void Slices_and_parts_together_are_the_gradient_applied(NetworkCase network)
    {
        var bench = new Bench(network, seed: 12);
        Batch batch = bench.Batch(19);
        BoundedGradient expectedGradient = bench.Bounded.Gradient(batch.Inputs, batch.Targets);
        NetworkInstance whole = bench.Network.Clone();
        float[] gradient = new float[network.ParameterCount];
        ISlicedTraining sliced = bench.Network.Sliced;
        (int Start, int Count)[] pieces = [(0, 7), (7, 11), (18, 1)];
        GradientSlice[] slices = [.. pieces.Select(_ => new GradientSlice())];

        foreach (((int start, int count), GradientSlice slice) in pieces.Zip(slices))
        {
            slice.Clear(start);
            sliced.AddGradient(Rows(batch.Inputs, 19, start, count), Rows(batch.Targets, 19, start, count), [], 1f / 19, slice);
        }

        for (int part = 0; part < 3; part++)
        {
            slices[0].Add(slices.AsSpan(1), part, 3);
        }

        sliced.CopyGradientTo(slices[0], gradient);
        OptimizerStep step = sliced.BeginStep(Rate);
        for (int part = 4; part >= 0; part--)
        {
            sliced.Step(slices[0], step, part, 5);
        }

        Bounded.AssertAll(gradient, expectedGradient.Elements, "gradient of slices");
        whole.ApplyGradient(gradient, Rate);
        float[] expected = bench.ParametersOf(whole);
        Bitwise.AssertEqual(bench.Parameters, expected, "parameters");
    }

    [Theory]
    [EveryNetwork]
    public void A_cleared_slice_is_a_new_one(NetworkCase network)
    {
        var bench = new Bench(network, seed: 13);
        Batch batch = bench.Batch(5);
        (float[] once, float[] again) = (new float[network.ParameterCount], new float[network.ParameterCount]);
        var slice = new GradientSlice();
        slice.Clear();
        bench.Network.Sliced.AddGradient(batch.Inputs, batch.Targets, [], 1, slice);
        bench.Network.Sliced.CopyGradientTo(slice, once);
        slice.Clear();
        bench.Network.Sliced.AddGradient(batch.Inputs, batch.Targets, [], 1, slice);
        bench.Network.Sliced.CopyGradientTo(slice, again);

        Bitwise.AssertEqual(again, once, "gradient");
    }

    [Theory]
    [EveryNetwork]
    public void Spans_that_do_not_fit_are_refused(NetworkCase network)
    {
        var bench = new Bench(network, seed: 14);
        Batch batch = bench.Batch(3);
        ISlicedTraining sliced = bench.Network.Sliced;

        Should.Throw<ArgumentException>(() => sliced.AddGradient(batch.Inputs, batch.Targets, new float[2], 1, new GradientSlice()))
            .Message.ShouldContain("sampleWeights");
        Should.Throw<ArgumentException>(() => sliced.AddGradient(batch.Inputs, batch.Targets.AsSpan(1), [], 1, new GradientSlice()))
            .Message.ShouldContain("targets");
        Should.Throw<ArgumentException>(() => sliced.AddGradient([], [], [], 1, new GradientSlice())).Message.ShouldContain("inputs");
        Should.Throw<ArgumentException>(() => sliced.CopyGradientTo(new GradientSlice(), new float[network.ParameterCount + 1]))
            .Message.ShouldContain("gradient");
    }

    private static ReadOnlySpan<float> Rows(float[] values, int samples, int start, int count)
    {
        int width = values.Length / samples;
        return values.AsSpan(start * width, count * width);
    }

    private static float[] Repeated(float[] rows, int[] counts)
    {
        int width = rows.Length / counts.Length;
        var repeated = new List<float>();
        for (int row = 0; row < counts.Length; row++)
        {
            for (int time = 0; time < counts[row]; time++)
            {
                repeated.AddRange(rows.AsSpan(row * width, width));
            }
        }

        return [.. repeated];
    }
}
