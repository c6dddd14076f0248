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

    public static void InputGradient(NetworkInstance network, Batch batch, Bounded loss, ReadOnlySpan<Bounded> expected, string what)
    {
        (CanarySpan inputs, CanarySpan targets, CanarySpan inputGradient) = (new(batch.Inputs), new(batch.Targets), new(expected.Length));

        float actual = batch.Labels is { } labels
            ? network.ComputeInputGradient(inputs.Span, labels, inputGradient.Span)
            : network.ComputeInputGradient(inputs.Span, targets.Span, inputGradient.Span);

        loss.Assert(actual, $"loss of {what} with its input gradient");
        Check(inputGradient, expected, $"input gradient of {what}", inputs, targets);
    }

    /// <summary>Both gradients between canaries; an empty result is not wanted.</summary>
    public static void Backpropagate(NetworkInstance network, float[] inputs, float[] outputGradient, Span<float> gradient, Span<float> inputGradient)
    {
        CanarySpan[] spans = [new(inputs), new(outputGradient), new(gradient.Length), new(inputGradient.Length)];

        network.Backpropagate(spans[0].Span, spans[1].Span, spans[2].Span, spans[3].Span);

        spans[2].Span.CopyTo(gradient);
        spans[3].Span.CopyTo(inputGradient);
        Check(spans);
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

    public static void ApplyGradient(NetworkInstance network, float[] gradient, float rate, ReadOnlySpan<Bounded> expected)
    {
        (CanarySpan elements, CanarySpan parameters) = (new(gradient), new(gradient.Length));

        network.ApplyGradient(elements.Span, rate);

        network.CopyParametersTo(parameters.Span);
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
