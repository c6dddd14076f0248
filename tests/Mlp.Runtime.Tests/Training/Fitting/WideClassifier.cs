using System;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A thousand classes of equal probability, whatever the input is; the loss is the cross-entropy. It notes whether it was given labels or targets.</summary>
internal sealed class WideClassifier : IClassifier<WideClassifier>
{
    private const int Classes = 1000;

    private float _parameter;

    public static int InputSize => 1;

    public static int OutputSize => Classes;

    public static int ParameterCount => 1;

    public static int ClassCount => Classes;

    public static NetworkDescription Description { get; } = new(
        [new LayerDescription("Dense", 1, Classes, Activation.Softmax, 0)], Loss.CrossEntropy, Optimizer.SGD, Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    internal int StepsWithTargets { get; private set; }

    internal int StepsWithLabels { get; private set; }

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => outputs.Fill(1f / Classes);

    public int Classify(ReadOnlySpan<float> input) => 0;

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        float sum = 0;
        foreach (float target in targets)
        {
            sum += target;
        }

        return sum / inputs.Length * MathF.Log(Classes);
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => MathF.Log(Classes);

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        StepsWithTargets++;
        gradient[0] = 0;
        return ComputeLoss(inputs, targets);
    }

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        StepsWithLabels++;
        gradient[0] = 0;
        return ComputeLoss(inputs, labels);
    }

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        StepsWithTargets++;
        return ComputeLoss(inputs, targets);
    }

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate)
    {
        StepsWithLabels++;
        return ComputeLoss(inputs, labels);
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate)
    {
    }

    public void CopyParametersTo(Span<float> destination) => destination[0] = _parameter;

    public void SetParameters(ReadOnlySpan<float> source) => _parameter = source[0];

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => ForwardBatch(input, output);

    public WideClassifier Clone() => throw new NotSupportedException();
}
