using System;

namespace Mlp.Runtime.Tests.Training.Pipelines;

/// <summary>A network written by hand whose one layer is no dense one: y = w x + b, with another name.</summary>
internal sealed class FilterNetwork : INetwork<FilterNetwork>
{
    private readonly float[] _parameters = [2, 3];

    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 2;

    public static NetworkDescription Description { get; } = new(
        [
            new LayerDescription("Conv", 1, 1, Activation.Identity, 0)
            {
                InputShape = [1, 1],
                OutputShape = [1, 1],
                Tensors = [new TensorDescription(TensorDescription.Weight, 1, 1, 1, 1, 1), new TensorDescription(TensorDescription.Bias, 0, 0, 1)],
            },
        ],
        Loss.SquaredError,
        Optimizer.SGD,
        Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(_parameters);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => throw new NotSupportedException();

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => throw new NotSupportedException();

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) => throw new NotSupportedException();

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => throw new NotSupportedException();

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => throw new NotSupportedException();

    public FilterNetwork Clone() => throw new NotSupportedException();
}
