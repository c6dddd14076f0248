using System;
using System.Linq;
using Mlp.Testing.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>What layers are to each other, and to the lecture: in the oracle and in the interpreter.</summary>
public sealed class LayerPropertyTests
{
    [Theory]
    [InlineData("5x3", "Conv 4 5")]
    [InlineData("3x4x2", "Conv 5 3x4")]
    public void A_convolution_whose_kernel_is_its_whole_input_is_a_dense_layer(string shape, string conv)
    {
        InterpretedCase convolution = Of($"{shape} | {conv} Tanh | Dense 2");
        InterpretedCase dense = Of($"{shape} | Dense {conv.Split(' ')[1]} Tanh | Dense 2");
        TensorDescription weights = convolution.Description.Layers[0].Tensors[0];
        (int filters, int channels) = (weights.Extents[0], weights.Extents[1]);
        int taps = weights.Count / filters / channels;
        float[] parameters = Parameters(convolution);

        // [out, in, k…] and [out, k… in]: the sample has its channels last.
        float[] turned = [.. parameters];
        for (int i = 0; i < weights.Count; i++)
        {
            turned[DenseOf(i)] = parameters[i];
        }

        dense.Use(turned);
        (float[] inputs, float[] targets) = (convolution.AnyInputs(4), convolution.Targets(4));
        dense.Outputs(inputs).ShouldBe(convolution.Outputs(inputs));
        foreach (float[] sample in inputs.Chunk(dense.Reference.InputSize))
        {
            dense.Reference.Forward(sample).ShouldBe(convolution.Reference.Forward(sample));
        }

        convolution.Gradient(inputs, targets, out float[] own);
        dense.Gradient(inputs, targets, out float[] other);
        (double[] exact, double[] same) = (convolution.Reference.Gradient(inputs, targets), dense.Reference.Gradient(inputs, targets));
        for (int i = 0; i < own.Length; i++)
        {
            int at = i < weights.Count ? DenseOf(i) : i;
            other[at].ShouldBe(own[i]);
            same[at].ShouldBe(exact[i]);
        }

        int DenseOf(int i) => (i / (channels * taps) * channels * taps) + (i % taps * channels) + (i / taps % channels);
    }

    // [Lecture 3]: y_k = Σ w_p x_{k−p}. What frameworks call convolution has x_{k+p}: the kernel turned round, from k − 2 on.
    [Fact]
    public void A_kernel_turned_round_is_the_convolution_of_the_lecture()
    {
        float[] x = [3, -1, 4, 1, -5, 9, 2];
        float[] w = [2, 7, -1];
        InterpretedCase network = Of("7x1 | Conv 1 3");
        network.Use([.. w.Reverse(), 0]);

        double[] expected = [.. Enumerable.Range(2, 5).Select(k => Enumerable.Range(0, 3).Sum(p => (double)w[p] * x[k - p]))];
        network.Reference.Forward(x).ShouldBe(expected);
        network.Outputs(x).ShouldBe(expected.Select(value => (float)value));

        // And from 0 on, with zeros before the sequence: causal.
        InterpretedCase causal = Of("7x1 | Conv 1 3 Causal");
        causal.Use([.. w.Reverse(), 0]);
        expected = [.. Enumerable.Range(0, 7).Select(k => Enumerable.Range(0, 3).Where(p => k >= p).Sum(p => (double)w[p] * x[k - p]))];
        causal.Reference.Forward(x).ShouldBe(expected);
        causal.Outputs(x).ShouldBe(expected.Select(value => (float)value));
    }

    [Fact]
    public void A_kernel_turned_round_along_both_axes_is_the_convolution_of_images()
    {
        float[] x = [.. Enumerable.Range(0, 20).Select(i => (i * i % 7) - 3f)];
        float[] w = [1, 2, 3, -4, 5, -6];
        InterpretedCase network = Of("4x5x1 | Conv 1 2x3");
        network.Use([.. w.Reverse(), 0]);

        float[] expected = [.. Enumerable.Range(1, 3).SelectMany(row => Enumerable.Range(2, 3).Select(column =>
            Enumerable.Range(0, 6).Sum(p => w[p] * x[((row - (p / 3)) * 5) + column - (p % 3)])))];
        network.Outputs(x).ShouldBe(expected);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    public void A_causal_convolution_is_a_stream_of_windows(int kernel, int dilation)
    {
        const int Steps = 11;
        int reach = ((kernel - 1) * dilation) + 1;
        InterpretedCase whole = Of($"{Steps}x2 | Conv 5 {kernel} Causal dilation {dilation} | Activation Tanh | Conv 3 1");
        InterpretedCase window = Of($"{reach}x2 | Conv 5 {kernel} dilation {dilation} | Activation Tanh | Conv 3 1");
        window.Use(Parameters(whole));
        float[] sequence = whole.AnyInputs(1);
        float[] stream = [.. new float[2 * (reach - 1)], .. sequence];

        float[] outputs = whole.Outputs(sequence);

        double[] exact = whole.Reference.Forward(sequence);
        for (int step = 0; step < Steps; step++)
        {
            float[] seen = stream[(2 * step)..(2 * (step + reach))];
            window.Outputs(seen).ShouldBe(outputs[(3 * step)..(3 * (step + 1))]);
            window.Reference.Forward(seen).ShouldBe(exact[(3 * step)..(3 * (step + 1))]);
        }
    }

    [Fact]
    public void Groups_are_convolutions_side_by_side()
    {
        InterpretedCase groups = Of("6x5x4 | Conv 6 3x2 groups 2 Same");
        InterpretedCase half = Of("6x5x2 | Conv 3 3x2 Same");
        float[] inputs = groups.AnyInputs(1);
        float[] parameters = Parameters(groups);
        float[] outputs = groups.Outputs(inputs);

        int weights = half.Description.Layers[0].WeightCount;
        for (int group = 0; group < 2; group++)
        {
            half.Use([.. parameters.AsSpan(group * weights, weights), .. parameters.AsSpan((2 * weights) + (group * 3), 3)]);
            float[] own = half.Outputs([.. inputs.Chunk(4).SelectMany(channels => channels.Skip(2 * group).Take(2))]);
            own.ShouldBe(outputs.Chunk(6).SelectMany(filters => filters.Skip(3 * group).Take(3)));
        }
    }

    [Fact]
    public void An_average_over_the_whole_sample_is_the_global_average()
    {
        InterpretedCase pool = Of("3x4x5 | Conv 5 1 | AveragePool 3x4");
        InterpretedCase global = Of("3x4x5 | Conv 5 1 | GlobalAveragePool");
        (float[] inputs, float[] targets) = (pool.AnyInputs(2), pool.Targets(2));

        global.Outputs(inputs).ShouldBe(pool.Outputs(inputs));
        double[] exact = pool.Reference.Gradient(inputs, targets);
        double[] same = global.Reference.Gradient(inputs, targets);
        same.Zip(exact, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-15);
    }

    [Fact]
    public void What_is_outside_the_sample_does_not_count_in_a_pool()
    {
        float[] below = [-3, -1, -2, -4, -5, -6, -9, -8, -7];

        Of("3x3x1 | MaxPool 3 stride 1 Same").Outputs(below).ShouldBe([-1, -1, -1, -1, -1, -1, -4, -4, -5]);
        Of("3x3x1 | AveragePool 3 stride 1 Same").Outputs(below).ShouldBe([-3.25f, -3.5f, -3.5f, -5, -5, -29 / 6f, -6.5f, -6.5f, -6.5f], 1e-6);
    }

    private static InterpretedCase Of(string stack) => new(LayerText.Network(stack), StorageOrder.ByInput);

    private static float[] Parameters(InterpretedCase network) => [.. network.Reference.Parameters.Select(value => (float)value)];
}
