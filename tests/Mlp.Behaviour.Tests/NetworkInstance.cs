using System;
using System.IO;
using Mlp.CompilerServices;
using Mlp.Serving;

namespace Mlp.Behaviour.Tests;

/// <summary>One instance of any network: the members of <see cref="INetwork{TSelf}"/> without the type parameter.</summary>
public abstract class NetworkInstance
{
    /// <summary>The pieces of a training step; a struct is boxed, with its parameters shared.</summary>
    public abstract ISlicedTraining Sliced { get; }

    public abstract void Initialize(ulong seed);

    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    public abstract float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);

    public abstract float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient);

    public abstract float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient);

    public abstract void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient);

    public abstract float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate);

    public abstract void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate);

    public abstract void CopyParametersTo(Span<float> destination);

    public abstract void SetParameters(ReadOnlySpan<float> source);

    public abstract NetworkInstance Clone();

    public abstract void SaveWeights(Stream stream, WeightFileOptions? options = null);

    public abstract void LoadWeights(Stream stream, WeightFileOptions? options = null);

    public abstract Canary RecordCanary(ReadOnlySpan<float> inputs);

    public virtual int Classify(ReadOnlySpan<float> input) => throw NoClassifier();

    public virtual float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => throw NoClassifier();

    public virtual float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> gradient) => throw NoClassifier();

    public virtual float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> inputGradient) => throw NoClassifier();

    public virtual float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate) => throw NoClassifier();

    private static NotSupportedException NoClassifier() => new("This network does not name classes.");
}
