using System;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>The same as a struct, with a parameter of its own: a copy is a network of its own.</summary>
internal struct StampedStruct(float stamp) : INetwork<StampedStruct>
{
    private float _stamp = stamp;

    public static int InputSize => 1;

    public static int OutputSize => 2;

    public static int ParameterCount => 1;

    public static NetworkDescription Description => throw new NotSupportedException();

    public static string Summary => throw new NotSupportedException();

    public readonly void Forward(ReadOnlySpan<float> input, Span<float> output) => output.Fill(_stamp * input[0]);

    public void SetParameters(ReadOnlySpan<float> source) => _stamp = source[0];

    public readonly void CopyParametersTo(Span<float> destination) => destination[0] = _stamp;

    public readonly void Initialize(ulong seed) => throw new NotSupportedException();

    public readonly void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public readonly float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => throw new NotSupportedException();

    public readonly float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) => throw new NotSupportedException();

    public readonly float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public readonly void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public readonly float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => throw new NotSupportedException();

    public readonly void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => throw new NotSupportedException();

    public readonly StampedStruct Clone() => this;
}
