using System;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A network whose optimizer has a memory; it can do nothing.</summary>
internal sealed class RememberingNetwork : INetwork<RememberingNetwork>
{
    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 1;

    public static NetworkDescription Description { get; } =
        new([new LayerDescription("Dense", 1, 1, Activation.Identity, 0)], Loss.SquaredError, "Adam", Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

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

    public void CopyParametersTo(Span<float> destination) => throw new NotSupportedException();

    public void SetParameters(ReadOnlySpan<float> source) => throw new NotSupportedException();

    public RememberingNetwork Clone() => throw new NotSupportedException();
}
