using System;

namespace Mlp.Runtime.Tests.Training.Metrics;

/// <summary>A struct that is a network with one Sigmoid: its only input is its output, a probability.</summary>
internal readonly struct LogisticUnit : IClassifier<LogisticUnit>
{
    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 0;

    public static int ClassCount => 2;

    public static NetworkDescription Description => throw new NotSupportedException();

    public static string Summary => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => input.CopyTo(output);

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => inputs.CopyTo(outputs);

    public int Classify(ReadOnlySpan<float> input) => input[0] >= 0.5f ? 1 : 0;

    /// <summary>The mean of |ŷ − y|.</summary>
    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        targets.Length.ShouldBeSamples(inputs.Length, 1);
        float sum = 0;
        for (int row = 0; row < inputs.Length; row++)
        {
            sum += Math.Abs(inputs[row] - targets[row]);
        }

        return sum / inputs.Length;
    }

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => throw new NotSupportedException();

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) => throw new NotSupportedException();

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> gradient) => throw new NotSupportedException();

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate) => throw new NotSupportedException();

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => throw new NotSupportedException();

    public void CopyParametersTo(Span<float> destination) => throw new NotSupportedException();

    public void SetParameters(ReadOnlySpan<float> source) => throw new NotSupportedException();

    public LogisticUnit Clone() => this;
}
