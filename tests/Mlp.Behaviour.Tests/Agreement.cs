using System;
using Mlp.Testing;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests;

/// <summary>Each call of a network, its spans between canaries, against what the oracle expects of it.</summary>
internal static class Agreement
{
    public static void Forward(NetworkInstance network, float[] inputs, ReadOnlySpan<Bounded> expected, string what)
    {
        (CanarySpan input, CanarySpan output) = (new(inputs), new(expected.Length));

        network.Forward(input.Span, output.Span);

        Check(output, expected, what, input);
    }

    public static void ForwardBatch(NetworkInstance network, float[] inputs, ReadOnlySpan<Bounded> expected, string what)
    {
        (CanarySpan input, CanarySpan output) = (new(inputs), new(expected.Length));

        network.ForwardBatch(input.Span, output.Span);

        Check(output, expected, what, input);
    }

    public static void Loss(NetworkInstance network, Batch batch, Bounded expected, string what)
    {
        (CanarySpan inputs, CanarySpan targets) = (new(batch.Inputs), new(batch.Targets));

        float loss = batch.Labels is { } labels ? network.ComputeLoss(inputs.Span, labels) : network.ComputeLoss(inputs.Span, targets.Span);

        expected.Assert(loss, $"loss of {what}");
        Check(inputs, targets);
    }

    public static void Gradient(NetworkInstance network, Batch batch, BoundedGradient expected, string what)
    {
        (CanarySpan inputs, CanarySpan targets, CanarySpan gradient) = (new(batch.Inputs), new(batch.Targets), new(expected.Elements.Length));

        float loss = batch.Labels is { } labels
            ? network.ComputeGradient(inputs.Span, labels, gradient.Span)
            : network.ComputeGradient(inputs.Span, targets.Span, gradient.Span);

        expected.Loss.Assert(loss, $"loss of {what} with its gradient");
        Check(gradient, expected.Elements, $"gradient of {what}", inputs, targets);
    }

    public static void Step(NetworkInstance network, Batch batch, float rate, (Bounded[] Parameters, Bounded Loss) expected, string what)
    {
        (CanarySpan inputs, CanarySpan targets, CanarySpan parameters) = (new(batch.Inputs), new(batch.Targets), new(expected.Parameters.Length));

        float loss = batch.Labels is { } labels
            ? network.TrainStep(inputs.Span, labels, rate)
            : network.TrainStep(inputs.Span, targets.Span, rate);

        expected.Loss.Assert(loss, $"loss before the step of {what}");
        network.CopyParametersTo(parameters.Span);
        Check(parameters, expected.Parameters, $"step of {what}, parameter", inputs, targets);
    }

    /// <summary>θ − α g, with the rounding of a product and a difference.</summary>
    public static void ApplyGradient(NetworkInstance network, float[] before, float[] gradient, float rate)
    {
        (CanarySpan elements, CanarySpan parameters) = (new(gradient), new(before.Length));

        network.ApplyGradient(elements.Span, rate);

        network.CopyParametersTo(parameters.Span);
        var expected = new Bounded[before.Length];
        for (int i = 0; i < expected.Length; i++)
        {
            double bound = (4 * Rounding.Unit * (Math.Abs(before[i]) + Math.Abs(rate * gradient[i]))) + Rounding.Floor;
            expected[i] = new Bounded(before[i] - ((double)rate * gradient[i]), bound);
        }

        Check(parameters, expected, "gradient applied, parameter", elements);
    }

    private static void Check(CanarySpan result, ReadOnlySpan<Bounded> expected, string what, params CanarySpan[] others)
    {
        Bounded.AssertAll(result.Span, expected, what);
        result.AssertIntact();
        Check(others);
    }

    private static void Check(params CanarySpan[] spans) => Array.ForEach(spans, span => span.AssertIntact());
}
