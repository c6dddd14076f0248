using System;
using System.Collections.Generic;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Two inputs, two outputs, one layer without activation, half the squared error: a network that really learns.</summary>
internal sealed partial class LinearNetwork : INetwork<LinearNetwork>
{
    private readonly float[] _parameters = [0.5f, -0.25f, 0.125f, 1, 0, 0];
    private readonly float[] _gradient = new float[6];

    public static int InputSize => 2;

    public static int OutputSize => 2;

    public static int ParameterCount => 6;

    public static NetworkDescription Description { get; } =
        new([new LayerDescription("Dense", 2, 2, Activation.Identity, 0)], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    internal ReadOnlySpan<float> Parameters => _parameters;

    /// <summary>Bytes that this thread has allocated, noted at each step while there is room.</summary>
    internal List<long> AllocatedAtStep { get; } = new(10_000);

    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int row = 0; row < 2; row++)
        {
            output[row] = (_parameters[2 * row] * input[0]) + (_parameters[(2 * row) + 1] * input[1]) + _parameters[4 + row];
        }
    }

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        for (int start = 0; start < inputs.Length; start += 2)
        {
            Forward(inputs.Slice(start, 2), outputs.Slice(start, 2));
        }
    }

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => ComputeGradient(inputs, targets, stackalloc float[6]);

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        gradient.Clear();
        int samples = inputs.Length / 2;
        float loss = 0;
        Span<float> output = stackalloc float[2];
        for (int start = 0; start < inputs.Length; start += 2)
        {
            Forward(inputs.Slice(start, 2), output);
            for (int row = 0; row < 2; row++)
            {
                float error = output[row] - targets[start + row];
                loss += error * error / 2 / samples;
                gradient[2 * row] += error * inputs[start] / samples;
                gradient[(2 * row) + 1] += error * inputs[start + 1] / samples;
                gradient[4 + row] += error / samples;
            }
        }

        return loss;
    }

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        float loss = ComputeGradient(inputs, targets, _gradient);
        ApplyGradient(_gradient, learningRate);
        return loss;
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate)
    {
        if (AllocatedAtStep.Count < AllocatedAtStep.Capacity)
        {
            AllocatedAtStep.Add(GC.GetAllocatedBytesForCurrentThread());
        }

        for (int index = 0; index < gradient.Length; index++)
        {
            _parameters[index] -= learningRate * gradient[index];
        }
    }

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(_parameters);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public LinearNetwork Clone() => throw new NotSupportedException();
}
