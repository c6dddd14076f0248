using System;

namespace Mlp.Testing.Tests.Interpretation;

/// <content>Calls that go back to the inputs.</content>
internal sealed partial class InterpretedCase
{
    /// <summary>Errors of the outputs, as a network behind this one might have them.</summary>
    public float[] OutputErrors(int samples) => ReferenceGrid.Uniform(samples * Reference.OutputSize, -1, 1, Random);

    public float InputGradient(float[] inputs, float[]? targets, out float[] inputGradient, int[]? labels = null)
    {
        (CanarySpan source, CanarySpan wanted, CanarySpan result) = (new(inputs), new(targets ?? []), new(inputs.Length));
        float loss = Interpreter.InputGradient(ref Parameters, source.Span, wanted.Span, labels, result.Span, Masks);
        AssertUnwritten(source, wanted, result);
        inputGradient = result.Span.ToArray();
        return loss;
    }

    /// <summary>Both gradients, or what is wanted of them.</summary>
    public (float[] Gradient, float[] InputGradient) Backpropagate(
        float[] inputs, float[] outputGradient, bool wantsGradient = true, bool wantsInputGradient = true, int blockSamples = 1024)
    {
        (CanarySpan source, CanarySpan errors) = (new(inputs), new(outputGradient));
        (CanarySpan gradient, CanarySpan inputGradient) = (new(wantsGradient ? ParameterCount : 0), new(wantsInputGradient ? inputs.Length : 0));
        Interpreter.Backpropagate(ref Parameters, source.Span, errors.Span, gradient.Span, inputGradient.Span, blockSamples, Masks);
        AssertUnwritten(source, errors, gradient, inputGradient);
        return (gradient.Span.ToArray(), inputGradient.Span.ToArray());
    }

    private void AssertUnwritten(params ReadOnlySpan<CanarySpan> spans)
    {
        foreach (CanarySpan span in spans)
        {
            span.AssertIntact();
        }

        AssertPaddingIntact(Storage);
    }
}
