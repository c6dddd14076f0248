using System;
using System.Collections.Generic;

namespace Mlp.Runtime.Tests.Training.Metrics;

/// <summary>
/// A network by hand, for code that works on any network: two inputs, and three outputs that are probabilities in tenths.
/// Input (a, b): class a gets 0.6, the others 0.2; where b is below 0, all get NaN, and else it is left alone. It notes the sizes of the batches that it is asked for.
/// </summary>
internal sealed class LinearClassifier : IClassifier<LinearClassifier>
{
    public static int InputSize => 2;

    public static int OutputSize => 3;

    public static int ParameterCount => 0;

    public static int ClassCount => 3;

    public static NetworkDescription Description => throw new NotSupportedException();

    public static string Summary => throw new NotSupportedException();

    internal List<int> Batches { get; } = new(64);

    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        output.Fill(input[1] < 0 ? float.NaN : 0.2f);
        output[(int)input[0]] += 0.4f;
    }

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int samples = inputs.Length / InputSize;
        outputs.Length.ShouldBeSamples(samples, OutputSize);
        Batches.Add(samples);
        for (int row = 0; row < samples; row++)
        {
            Forward(inputs.Slice(row * InputSize, InputSize), outputs.Slice(row * OutputSize, OutputSize));
        }
    }

    /// <summary>The mean over the samples of Σ (ŷ − y)².</summary>
    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        int samples = inputs.Length / InputSize;
        targets.Length.ShouldBeSamples(samples, OutputSize);
        Batches.Add(samples);
        Span<float> output = stackalloc float[OutputSize];
        double sum = 0;
        for (int row = 0; row < samples; row++)
        {
            Forward(inputs.Slice(row * InputSize, InputSize), output);
            for (int column = 0; column < OutputSize; column++)
            {
                float error = output[column] - targets[(row * OutputSize) + column];
                sum += error * error;
            }
        }

        return (float)(sum / samples);
    }

    public int Classify(ReadOnlySpan<float> input) => (int)input[0];

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

    public LinearClassifier Clone() => throw new NotSupportedException();
}
