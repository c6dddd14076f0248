using System;
using System.Linq;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>
/// A network of two layers whose loss is ½ ‖θ‖² for any data, so that its gradient is θ. A struct that holds its parameters
/// and counts its steps itself, to show what happens to copies.
/// </summary>
internal struct Bowl(float weight1, float bias1, float weight2, float bias2) : INetwork<Bowl>, ISlicedTraining
{
    private float _weight1 = weight1;
    private float _bias1 = bias1;
    private float _weight2 = weight2;
    private float _bias2 = bias2;

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 4;

    public static NetworkDescription Description { get; } = new(
        [new LayerDescription("Dense", 1, 1, Activation.Identity, 0), new LayerDescription("Dense", 1, 1, Activation.Identity, 2)],
        Loss.SquaredError,
        Optimizer.SGD,
        Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    internal readonly float[] Parameters => [_weight1, _bias1, _weight2, _bias2];

    /// <summary>The steps begun in slices.</summary>
    internal int Steps { get; private set; }

    public readonly float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => Parameters.Sum(value => value * value) / 2;

    public readonly float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        CopyParametersTo(gradient);
        return ComputeLoss(inputs, targets);
    }

    public readonly float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public readonly void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        float loss = ComputeLoss(inputs, targets);
        ApplyGradient(Parameters, learningRate);
        return loss;
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate)
    {
        _weight1 -= learningRate * gradient[0];
        _bias1 -= learningRate * gradient[1];
        _weight2 -= learningRate * gradient[2];
        _bias2 -= learningRate * gradient[3];
    }

    public readonly void CopyParametersTo(Span<float> destination) => Parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => this = new Bowl(source[0], source[1], source[2], source[3]) { Steps = Steps };

    public readonly void Initialize(ulong seed) => throw new NotSupportedException();

    public readonly void Forward(ReadOnlySpan<float> input, Span<float> output) => throw new NotSupportedException();

    public readonly void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => inputs.CopyTo(outputs);

    public readonly Bowl Clone() => this;

    readonly double ISlicedTraining.AddGradient(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, float scale, GradientSlice slice)
    {
        double weights = 0;
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            weights += sampleWeights.IsEmpty ? 1 : sampleWeights[sample];
        }

        Span<float> sum = slice.Sum(4);
        for (int index = 0; index < 4; index++)
        {
            sum[index] += (float)(scale * weights * Parameters[index]);
        }

        return weights * ComputeLoss(inputs, targets);
    }

    readonly void ISlicedTraining.CopyGradientTo(GradientSlice slice, Span<float> gradient) => slice.Sum(4).CopyTo(gradient);

    OptimizerStep ISlicedTraining.BeginStep(float learningRate)
    {
        Steps++;
        return new OptimizerStep(learningRate, learningRate, 1);
    }

    void ISlicedTraining.Step(GradientSlice slice, OptimizerStep step, int part, int parts) => ApplyGradient(slice.Sum(4), step.LearningRate);

    void ISlicedTraining.ResetOptimizer() => Steps = 0;
}
