using System;
using Mlp.CompilerServices;
using Shouldly;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>
/// A thousand outputs that are a thousand parameters, whatever the input is, with half the squared error: cheap, and the gradient
/// of many samples is θ − ȳ.
/// </summary>
internal sealed class WideNetwork : INetwork<WideNetwork>, ISlicedTraining
{
    internal const int Outputs = 1000;

    private readonly float[] _parameters = new float[Outputs];

    public static int InputSize => 1;

    public static int OutputSize => Outputs;

    public static int ParameterCount => Outputs;

    public static NetworkDescription Description { get; } = new(
        [new LayerDescription("Dense", 1, Outputs, Activation.Identity, 0)], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    internal ReadOnlySpan<float> Parameters => _parameters;

    /// <summary>The most samples of a call that had targets.</summary>
    internal int MostSamples { get; private set; }

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int row = 0; row < inputs.Length; row++)
        {
            _parameters.CopyTo(outputs.Slice(row * Outputs, Outputs));
        }
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => (float)(Add(inputs, targets, [], 0, []) / inputs.Length);

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        gradient.Clear();
        return (float)(Add(inputs, targets, [], 1f / inputs.Length, gradient) / inputs.Length);
    }

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        float[] gradient = new float[Outputs];
        float loss = ComputeGradient(inputs, targets, gradient);
        ApplyGradient(gradient, learningRate);
        return loss;
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate)
    {
        for (int index = 0; index < Outputs; index++)
        {
            _parameters[index] -= learningRate * gradient[index];
        }
    }

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(_parameters);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => ForwardBatch(input, output);

    public WideNetwork Clone() => throw new NotSupportedException();

    double ISlicedTraining.AddGradient(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, float scale, GradientSlice slice) =>
        Add(inputs, targets, sampleWeights, scale, slice.Sum(Outputs));

    void ISlicedTraining.CopyGradientTo(GradientSlice slice, Span<float> gradient) => slice.Sum(Outputs).CopyTo(gradient);

    OptimizerStep ISlicedTraining.BeginStep(float learningRate) => new(learningRate, learningRate, 1);

    void ISlicedTraining.Step(GradientSlice slice, OptimizerStep step, int part, int parts) => ApplyGradient(slice.Sum(Outputs), step.LearningRate);

    void ISlicedTraining.ResetOptimizer()
    {
    }

    private double Add(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, float scale, Span<float> gradient)
    {
        (targets.Length / Outputs).ShouldBe(inputs.Length);
        MostSamples = Math.Max(MostSamples, inputs.Length);
        double loss = 0;
        for (int row = 0; row < inputs.Length; row++)
        {
            float weight = weights.IsEmpty ? 1 : weights[row];
            float squares = 0;
            ReadOnlySpan<float> sample = targets.Slice(row * Outputs, Outputs);
            for (int column = 0; column < Outputs; column++)
            {
                float error = _parameters[column] - sample[column];
                squares += error * error;
                if (!gradient.IsEmpty)
                {
                    gradient[column] += scale * weight * error;
                }
            }

            loss += weight * squares / 2;
        }

        return loss;
    }
}
