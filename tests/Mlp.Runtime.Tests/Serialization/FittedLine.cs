using System;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Two inputs and two outputs without activation that remember what their data mean, as far as files and services ask for it.</summary>
internal sealed class FittedLine : INetwork<FittedLine>, IFittedNetwork
{
    private readonly float[] _parameters = [0.5f, -0.25f, 0.125f, 1, 0, 0];

    public static int InputSize => 2;

    public static int OutputSize => 2;

    public static int ParameterCount => 6;

    public static NetworkDescription Description { get; } = Networks.Of(Activation.ReLU, Activation.Identity, Loss.SquaredError, 2, 2);

    public static string Summary => throw new NotSupportedException();

    public DataSchema? Schema { get; set; }

    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int row = 0; row < 2; row++)
        {
            output[row] = (_parameters[2 * row] * input[0]) + (_parameters[(2 * row) + 1] * input[1]) + _parameters[4 + row];
        }
    }

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(_parameters);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => throw new NotSupportedException();

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) => throw new NotSupportedException();

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => throw new NotSupportedException();

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => throw new NotSupportedException();

    public FittedLine Clone() => throw new NotSupportedException();
}
