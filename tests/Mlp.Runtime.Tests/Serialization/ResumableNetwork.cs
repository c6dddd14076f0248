using System;
using System.IO;
using System.Linq;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>The shape of <see cref="Networks.Small"/> as a network that is trained by Adam, as far as files ask for it: numbers in, numbers out.</summary>
internal sealed class ResumableNetwork : INetwork<ResumableNetwork>, IResumableTraining
{
    /// <summary>Numbers of which no two are alike; the means of squares are not negative.</summary>
    internal ResumableNetwork(float start)
    {
        Parameters = [.. Enumerable.Range(0, ParameterCount).Select(index => -start - index)];
        Moments = [.. Enumerable.Range(0, 2 * ParameterCount).Select(index => (index < ParameterCount ? -100 : 200) + (start * index))];
        Progress = new OptimizerProgress((long)start, 1 / (1.0 + start), 0.999 / start);
    }

    public static int InputSize => 2;

    public static int OutputSize => 2;

    public static int ParameterCount => 17;

    public static NetworkDescription Description { get; } = Networks.Small with { Optimizer = Optimizer.Adam };

    public static string Summary => throw new NotSupportedException();

    internal float[] Parameters { get; }

    internal float[] Moments { get; }

    internal OptimizerProgress Progress { get; private set; }

    internal byte[] Saved(WeightFileOptions options)
    {
        using var stream = new MemoryStream();
        this.SaveWeights(stream, options);
        return stream.ToArray();
    }

    /// <summary>Whether every number is that of another.</summary>
    internal bool Equals(ResumableNetwork other) =>
        Safetensors.SameBits(Parameters, other.Parameters) && Safetensors.SameBits(Moments, other.Moments) && Progress == other.Progress;

    public OptimizerProgress CopyMomentsTo(Span<float> moments)
    {
        Moments.CopyTo(moments);
        return Progress;
    }

    public void SetMoments(ReadOnlySpan<float> moments, OptimizerProgress progress)
    {
        moments.CopyTo(Moments);
        Progress = progress;
    }

    public void CopyParametersTo(Span<float> destination) => Parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(Parameters);

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

    public ResumableNetwork Clone() => throw new NotSupportedException();
}
