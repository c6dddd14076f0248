using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>A network with a Dropout, as far as it says so: it learns nothing, and remembers of each sample, which is a number, where in its minibatch it was said to stand.</summary>
internal sealed class PlacedNetwork : INetwork<PlacedNetwork>, ISlicedTraining
{
    private readonly ConcurrentBag<(int Sample, int Place)> _places = [];

    public static int InputSize => 1;

    /// <summary>So many that the labels of a batch become targets in pieces.</summary>
    public static int OutputSize => 10_000;

    public static int ParameterCount => 1;

    public static NetworkDescription Description { get; } = new(
        [new LayerDescription("Dropout", 1, 1, Activation.Identity, 0) { Tensors = [], Constants = [0.5f] }, new LayerDescription("Dense", 1, OutputSize, Activation.Identity, 0) { Tensors = [new TensorDescription(TensorDescription.Weight, 1, 1, 1)] }],
        Loss.SquaredError,
        Optimizer.SGD,
        Initializer.Uniform);

    public static string Summary => throw new NotSupportedException();

    /// <summary>The steps that were taken.</summary>
    internal int Steps { get; private set; }

    /// <summary>The places, in the order of the samples; a sample that was seen again at the same place, for a loss, is there once.</summary>
    internal IEnumerable<int> Places => _places.Distinct().OrderBy(seen => seen.Sample).Select(seen => seen.Place);

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => 1;

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        gradient.Clear();
        return See(inputs, 0);
    }

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate)
    {
        Steps++;
        return See(inputs, 0);
    }

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => Steps++;

    public void CopyParametersTo(Span<float> destination) => destination.Clear();

    public void SetParameters(ReadOnlySpan<float> source)
    {
    }

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => output.Clear();

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => outputs.Clear();

    public PlacedNetwork Clone() => throw new NotSupportedException();

    double ISlicedTraining.AddGradient(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, float scale, GradientSlice slice)
    {
        slice.Sum(ParameterCount);
        return See(inputs, slice.Place(inputs.Length)) * inputs.Length;
    }

    void ISlicedTraining.CopyGradientTo(GradientSlice slice, Span<float> gradient) => gradient.Clear();

    OptimizerStep ISlicedTraining.BeginStep(float learningRate)
    {
        Steps++;
        return new(learningRate, learningRate, 1);
    }

    void ISlicedTraining.Step(GradientSlice slice, OptimizerStep step, int part, int parts)
    {
    }

    void ISlicedTraining.ResetOptimizer()
    {
    }

    private float See(ReadOnlySpan<float> inputs, int first)
    {
        for (int row = 0; row < inputs.Length; row++)
        {
            _places.Add(((int)inputs[row], first + row));
        }

        return 1;
    }
}
