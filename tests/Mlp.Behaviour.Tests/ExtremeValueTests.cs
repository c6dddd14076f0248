using System;
using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Large logits, NaN, infinities and hostile magnitudes: right where mathematics says something, never an exception.</summary>
public sealed class ExtremeValueTests
{
    [Theory]
    [EveryNetwork]
    public void Logits_of_ten_thousand(NetworkCase network)
    {
        var bench = new Bench(network);
        (float[] inputs, float[] targets) = (bench.Inputs(3), bench.Targets(3));
        ScaleLogits(bench, inputs, 1e4);

        Bounded.AssertAll(bench.Outputs(inputs), bench.Bounded.Forward(inputs), "output");
        if (network.Output == Activation.Exp)
        {
            // e^10000 is no number of single precision; the gradient is ∞ · 0 in places.
            bench.Network.TrainStep(inputs, targets, 0.1f);
            return;
        }

        float[] gradient = new float[network.ParameterCount];
        float loss = bench.Network.ComputeGradient(inputs, targets, gradient);
        BoundedGradient expected = bench.Bounded.Gradient(inputs, targets);
        expected.Loss.Assert(loss, "loss");
        Bounded.AssertAll(gradient, expected.Elements, "gradient");
        gradient.ShouldAllBe(element => float.IsFinite(element));
        float.IsFinite(loss).ShouldBeTrue();
    }

    [Theory]
    [EveryNetwork]
    public void A_nan_in_one_sample_makes_its_prediction_nan_and_no_other(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] inputs = bench.Inputs(20);
        float[] clean = bench.Outputs(inputs);
        inputs[4 * network.InputSize] = float.NaN;

        float[] outputs = bench.Outputs(inputs);
        float[] alone = new float[network.OutputSize];
        bench.Network.Forward(inputs.AsSpan(4 * network.InputSize, network.InputSize), alone);

        for (int i = 0; i < outputs.Length; i++)
        {
            bool isHit = i / network.OutputSize == 4;
            (isHit ? float.IsNaN(outputs[i]) : Bitwise.AreEqual(outputs[i], clean[i])).ShouldBeTrue($"output {i} is {outputs[i]}");
        }

        alone.ShouldAllBe(value => float.IsNaN(value));
    }

    [Theory]
    [EveryNetwork]
    public void Infinities_go_where_the_formulas_send_them(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach (float infinity in new[] { float.PositiveInfinity, float.NegativeInfinity })
        {
            float[] inputs = bench.Inputs(2);
            inputs[^1] = infinity;
            float[] outputs = bench.Outputs(inputs);
            float[] alone = new float[network.OutputSize];
            bench.Network.Forward(inputs.AsSpan(network.InputSize), alone);

            // z · σ(z) and its like at −∞ are 0 as limits and NaN as products: either will do.
            if (network.Uses(Activation.SiLU, Activation.GELU, Activation.HardSwish, Activation.Mish))
            {
                continue;
            }

            double[] expected = bench.Reference.Forward(inputs.AsSpan(network.InputSize));
            for (int k = 0; k < network.OutputSize; k++)
            {
                AssertSameKind(outputs[network.OutputSize + k], expected[k], $"batch, output {k}");
                AssertSameKind(alone[k], expected[k], $"output {k}");
            }
        }
    }

    [Theory]
    [EveryNetwork]
    public void Nothing_throws_whatever_the_numbers(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] hostile =
        [
            float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon,
            1e30f, -1e30f, 1e-30f, -0f, 0f, 1f,
        ];
        float[] inputs = [.. Enumerable.Range(0, 5 * network.InputSize).Select(i => hostile[(i * 5) % hostile.Length])];
        float[] parameters = [.. Enumerable.Range(0, network.ParameterCount).Select(i => hostile[(i * 3) % hostile.Length])];
        float[] targets = bench.Targets(5);
        float[] gradient = new float[network.ParameterCount];
        foreach (float[] used in new[] { bench.Parameters, parameters })
        {
            bench.Network.SetParameters(used);
            bench.Outputs(inputs);
            bench.Network.ComputeLoss(inputs, targets);
            bench.Network.ComputeGradient(inputs, targets, gradient);
            if (network.IsClassifier)
            {
                bench.Network.Classify(inputs.AsSpan(0, network.InputSize)).ShouldBeInRange(0, network.ClassCount - 1);
            }

            bench.Network.TrainStep([.. inputs.Select(Nearest)], targets, float.MaxValue);
            bench.Network.ApplyGradient([.. parameters.Select(Nearest)], float.MaxValue);
        }
    }

    [Theory]
    [EveryNetwork]
    public void Small_and_large_magnitudes_agree_with_the_reference(NetworkCase network)
    {
        foreach (float scale in new[] { 1e-30f, 1e-10f, 1e3f })
        {
            var bench = new Bench(network);
            bench.Use([.. bench.Parameters.Select(parameter => parameter * scale)]);
            float[] inputs = bench.Inputs(3);
            Bounded.AssertAll(bench.Outputs(inputs), bench.Bounded.Forward(inputs), $"scale {scale}, output");
        }
    }

    /// <summary>The finite number that is nearest.</summary>
    private static float Nearest(float value) => float.IsNaN(value) ? 0 : Math.Clamp(value, float.MinValue, float.MaxValue);

    private static void AssertSameKind(float actual, double expected, string what)
    {
        float.IsNaN(actual).ShouldBe(double.IsNaN(expected), $"{what} is {actual}, the reference {expected}");
        if (double.IsInfinity(expected))
        {
            actual.ShouldBe((float)expected, what);
        }
    }

    private static void ScaleLogits(Bench bench, float[] inputs, double wanted)
    {
        int size = bench.Case.InputSize;
        double largest = 0;
        for (int sample = 0; sample * size < inputs.Length; sample++)
        {
            double[] z = bench.Reference.Propagate(inputs.AsSpan(sample * size, size)).Sums[^1];
            largest = Math.Max(largest, z.Max(value => Math.Abs(value)));
        }

        float[] parameters = bench.Parameters;
        for (int i = bench.Case.Description.Layers[^1].ParameterOffset; i < parameters.Length; i++)
        {
            parameters[i] = (float)(parameters[i] * wanted / largest);
        }

        bench.Use(parameters);
    }
}
