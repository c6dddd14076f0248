using System;
using Mlp.Testing;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>A target outside the domain of the loss is an exception that names the first bad row, counted from 0; nothing changes.</summary>
public sealed class TargetDomainTests
{
    private const int N = 12;
    private const int FirstBad = 7;
    private const int LaterBad = 10;

    [Theory]
    [EveryNetwork]
    public void Targets(NetworkCase network)
    {
        var bench = new Bench(network);
        (float[] inputs, float[] good, float[] before) = (bench.Inputs(N), bench.Targets(N), bench.Parameters);
        foreach (float wrong in OutsideOf(network.Loss))
        {
            float[] targets = [.. good];
            targets[((FirstBad + 1) * network.OutputSize) - 1] = wrong;
            targets[LaterBad * network.OutputSize] = wrong;
            (CanarySpan gradient, CanarySpan inputGradient) = (new(network.ParameterCount), new(inputs.Length));

            AssertRefused("targets", () => bench.Network.ComputeLoss(inputs, targets));
            AssertRefused("targets", () => bench.Network.ComputeGradient(inputs, targets, gradient.Span));
            AssertRefused("targets", () => bench.Network.ComputeInputGradient(inputs, targets, inputGradient.Span));
            AssertRefused("targets", () => bench.Network.TrainStep(inputs, targets, 1));

            gradient.AssertUnwritten();
            inputGradient.AssertUnwritten();
            Bitwise.AssertEqual(bench.Parameters, before, "parameters");
        }
    }

    [Theory]
    [EveryClassifier]
    public void Labels(NetworkCase network)
    {
        var bench = new Bench(network);
        (float[] inputs, int[] good, float[] before) = (bench.Inputs(N), bench.Labels(N), bench.Parameters);
        foreach (int wrong in new[] { -1, network.ClassCount, int.MinValue, int.MaxValue })
        {
            int[] labels = [.. good];
            labels[FirstBad] = wrong;
            labels[LaterBad] = wrong;
            (CanarySpan gradient, CanarySpan inputGradient) = (new(network.ParameterCount), new(inputs.Length));

            AssertRefused("labels", () => bench.Network.ComputeLoss(inputs, labels));
            AssertRefused("labels", () => bench.Network.ComputeGradient(inputs, labels, gradient.Span));
            AssertRefused("labels", () => bench.Network.ComputeInputGradient(inputs, labels, inputGradient.Span));
            AssertRefused("labels", () => bench.Network.TrainStep(inputs, labels, 1));

            gradient.AssertUnwritten();
            inputGradient.AssertUnwritten();
            Bitwise.AssertEqual(bench.Parameters, before, "parameters");
        }
    }

    [Theory]
    [EveryNetwork]
    public void The_ends_of_the_domain_belong_to_it(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] ends = network.Loss == Loss.SquaredError ? [-1e6f, 1e6f] : [0, 1];
        foreach (float end in ends)
        {
            float[] targets = new float[2 * network.OutputSize];
            Array.Fill(targets, end);
            float[] inputs = bench.Inputs(2);
            bench.Bounded.MeanLoss(inputs, targets).Assert(bench.Network.ComputeLoss(inputs, targets), $"loss at {end}");
        }
    }

    private static float[] OutsideOf(string loss) => loss switch
    {
        Loss.SquaredError => [float.NaN, float.PositiveInfinity, float.NegativeInfinity],
        Loss.PoissonNegativeLogLikelihood => [float.NaN, float.PositiveInfinity, -1, -1e-3f],
        _ => [float.NaN, float.PositiveInfinity, -0.1f, 1.1f, 2],
    };

    private static void AssertRefused(string parameter, Action call)
    {
        ArgumentException thrown = Should.Throw<ArgumentException>(call);
        thrown.ParamName.ShouldBe(parameter);
        thrown.Message.ShouldMatch(@"(?i)\brow 7\b");
    }
}
