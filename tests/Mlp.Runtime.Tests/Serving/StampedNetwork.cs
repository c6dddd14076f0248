using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Mlp.Serving;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>
/// Two inputs and 32 outputs, each a parameter of its own times the first input: all parameters are one number, the stamp, so
/// that outputs of two networks cannot pass for those of one. Its file is the parameters, then a canary if there is one.
/// </summary>
internal sealed class StampedNetwork : INetwork<StampedNetwork>
{
    private readonly float[] _parameters = new float[ParameterCount];

    internal StampedNetwork(float stamp) => Array.Fill(_parameters, stamp);

    public static int InputSize => 2;

    public static int OutputSize => 32;

    public static int ParameterCount => 32;

    /// <summary>A layer of a kind that the library does not know: what it computes can be asked, but not bounded.</summary>
    public static NetworkDescription Description { get; } =
        new([new LayerDescription("Stamp", 2, 32, Activation.Identity, 0)], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    internal float Stamp => _parameters[0];

    internal static byte[] FileOf(float stamp, string canary = "")
    {
        float[] parameters = new float[ParameterCount];
        Array.Fill(parameters, stamp);
        return [.. MemoryMarshal.AsBytes<float>(parameters), .. Encoding.UTF8.GetBytes(canary)];
    }

    internal static StampedNetwork Load(Stream stream)
    {
        float[] parameters = ReadParameters(stream);
        if (parameters.AsSpan().ContainsAnyExcept(parameters[0]))
        {
            throw new InvalidDataException("parts of two networks");
        }

        return new StampedNetwork(parameters[0]);
    }

    internal static Canary? ReadCanary(Stream stream)
    {
        ReadParameters(stream);
        string text = new StreamReader(stream).ReadToEnd();
        return text.Length == 0 ? null : Canary.Parse(text);
    }

    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int index = 0; index < OutputSize; index++)
        {
            output[index] = _parameters[index] * input[0];
        }
    }

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(_parameters);

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => throw new NotSupportedException();

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) => throw new NotSupportedException();

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => throw new NotSupportedException();

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => throw new NotSupportedException();

    public StampedNetwork Clone() => new(Stamp);

    private static float[] ReadParameters(Stream stream)
    {
        float[] parameters = new float[ParameterCount];
        stream.ReadExactly(MemoryMarshal.AsBytes(parameters.AsSpan()));
        return parameters;
    }
}
