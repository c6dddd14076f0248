using System;
using System.Linq;
using Mlp.Initialization;
using Mlp.Storage;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Initialization;

/// <summary>Weights have the range and variance of their distribution, whatever the layout; biases are 0.</summary>
public sealed class WeightInitializerTests
{
    private const int Inputs = 50;
    private const int Outputs = 30;

    private delegate void Draw(ref RandomGenerator generator, Span<float> parameters, in DenseLayout layout);

    [Fact]
    public void Uniform_has_its_limit() => ShouldBeUniform(WeightInitializer.Uniform, Math.Sqrt(1.0 / Inputs));

    [Fact]
    public void Glorot_uniform_has_its_limit() => ShouldBeUniform(WeightInitializer.GlorotUniform, Math.Sqrt(6.0 / (Inputs + Outputs)));

    [Fact]
    public void He_uniform_has_its_limit() => ShouldBeUniform(WeightInitializer.HeUniform, Math.Sqrt(6.0 / Inputs));

    [Fact]
    public void Glorot_normal_has_its_variance() => ShouldHaveVariance(WeightInitializer.GlorotNormal, 2.0 / (Inputs + Outputs));

    [Fact]
    public void He_normal_has_its_variance() => ShouldHaveVariance(WeightInitializer.HeNormal, 2.0 / Inputs);

    [Fact]
    public void The_layout_does_not_change_the_weights()
    {
        DenseLayout byRow = new(Inputs, Outputs, 0, 1, Inputs, Inputs * Outputs);
        DenseLayout padded = new(Inputs, Outputs, 5, 32, 1, 5 + (32 * Inputs));
        float[] first = DrawAll(WeightInitializer.HeNormal, byRow, 2000);
        float[] second = DrawAll(WeightInitializer.HeNormal, padded, 2000);
        float[] canonical = new float[byRow.ParameterCount];
        padded.Export(second, canonical);
        canonical.ShouldBe(first[..byRow.ParameterCount]);

        // Padding between and after the layer's own parameters is not touched.
        second[5 + 30].ShouldBe(9);
        second[4].ShouldBe(9);
        second[^1].ShouldBe(9);
    }

    [Fact]
    public void Seeds_differ()
    {
        DenseLayout layout = new(Inputs, Outputs, 0, 1, Inputs, Inputs * Outputs);
        float[] first = DrawAll(WeightInitializer.Uniform, layout, layout.ParameterCount);
        float[] second = DrawAll(WeightInitializer.Uniform, layout, layout.ParameterCount, seed: 6);
        first.Zip(second).Count(pair => pair.First == pair.Second).ShouldBeLessThan(Outputs + 5);
    }

    private static void ShouldBeUniform(Draw draw, double limit)
    {
        float[] weights = ShouldHaveVariance(draw, limit * limit / 3);
        weights.Max(Math.Abs).ShouldBeInRange((float)limit * 0.99f, (float)limit);
    }

    private static float[] ShouldHaveVariance(Draw draw, double variance)
    {
        DenseLayout layout = new(Inputs, Outputs, 0, 1, Inputs, Inputs * Outputs);
        float[] parameters = DrawAll(draw, layout, layout.ParameterCount);
        float[] weights = parameters[..layout.Biases];
        parameters[layout.Biases..].ShouldAllBe(bias => bias == 0);
        weights.Distinct().Count().ShouldBeGreaterThan(weights.Length - 5);
        weights.Average().ShouldBe(0, 4 * (float)Math.Sqrt(variance / weights.Length));
        weights.Average(w => (double)w * w).ShouldBe(variance, 0.15 * variance);
        return weights;
    }

    private static float[] DrawAll(Draw draw, DenseLayout layout, int length, ulong seed = 5)
    {
        float[] parameters = [.. Enumerable.Repeat(9f, length)];
        RandomGenerator generator = new(seed);
        draw(ref generator, parameters, layout);
        return parameters;
    }
}
