using System;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>
/// Ten thousand parameters that look for the centre of the samples: ℓ = ½ Σ cⱼ (θⱼ − x)² / 10,000 with cⱼ = 1, 2, 3, 1 … So
/// the (weighted) mean of the samples is the minimum, and the parameters are enough for steps in several parts.
/// </summary>
internal sealed class CentreNetwork : INetwork<CentreNetwork>, ISlicedTraining
{
    private const int Count = 10_000;

    private readonly float[] _parameters = new float[Count];

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => Count;

    public static NetworkDescription Description { get; } =
        new([new LayerDescription("Dense", 1, 1, Activation.Identity, 0)], Loss.SquaredError, "sgd", Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    internal ReadOnlySpan<float> Parameters => _parameters;

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => ComputeGradient(inputs, targets, new float[Count]);

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        gradient.Clear();
        return (float)(AddGradient(inputs, [], 1f / inputs.Length, gradient) / inputs.Length);
    }

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        float[] gradient = new float[Count];
        float loss = ComputeGradient(inputs, targets, gradient);
        ApplyGradient(gradient, learningRate);
        return loss;
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => Step(gradient, learningRate, 0, 1);

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(_parameters);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => throw new NotSupportedException();

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public CentreNetwork Clone() => throw new NotSupportedException();

    double ISlicedTraining.AddGradient(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, float scale, GradientSlice slice) =>
        AddGradient(inputs, sampleWeights, scale, slice.Sum(Count));

    void ISlicedTraining.CopyGradientTo(GradientSlice slice, Span<float> gradient) => slice.Sum(Count).CopyTo(gradient);

    OptimizerStep ISlicedTraining.BeginStep(float learningRate) => new(learningRate, learningRate, 1);

    void ISlicedTraining.Step(GradientSlice slice, OptimizerStep step, int part, int parts) => Step(slice.Sum(Count), step.LearningRate, part, parts);

    void ISlicedTraining.ResetOptimizer()
    {
    }

    private double AddGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> weights, float scale, Span<float> gradient)
    {
        double loss = 0;
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            float weight = weights.IsEmpty ? 1 : weights[sample];
            for (int index = 0; index < Count; index++)
            {
                float error = _parameters[index] - inputs[sample];
                float slope = weight * ((index % 3) + 1) * error;
                loss += slope * error / 2 / Count;
                gradient[index] += scale * slope / Count;
            }
        }

        return loss;
    }

    private void Step(ReadOnlySpan<float> gradient, float learningRate, int part, int parts)
    {
        (int start, int end) = GradientSlice.Part(Count, part, parts);
        for (int index = start; index < end; index++)
        {
            _parameters[index] -= learningRate * gradient[index];
        }
    }
}
