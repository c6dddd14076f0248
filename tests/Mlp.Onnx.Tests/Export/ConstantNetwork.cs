using System;

namespace Mlp.Onnx.Tests.Export;

/// <summary>A network without instances, as those whose weights are compiled in are.</summary>
internal sealed class ConstantNetwork : IFrozenNetwork<ConstantNetwork>
{
    private static readonly float[] Parameters = [0.5f, -1, 2, 0.25f, 3, -0.125f];

    public static int InputSize => 2;

    public static int OutputSize => 2;

    public static int ParameterCount => Parameters.Length;

    public static NetworkDescription Description { get; } =
        new([new LayerDescription("Dense", 2, 2, Activation.Tanh, 0)], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);

    public static string Summary => "2-2";

    public static void Forward(ReadOnlySpan<float> input, Span<float> output) => ForwardBatch(input, output);

    public static void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) =>
        Interpreted.Outputs(Description, Parameters, inputs.ToArray()).CopyTo(outputs);

    public static void CopyParametersTo(Span<float> destination) => Parameters.CopyTo(destination);
}
