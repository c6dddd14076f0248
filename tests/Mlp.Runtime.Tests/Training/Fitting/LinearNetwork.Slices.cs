using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <content>Training in slices, one sample after the other; the order of the storage is the canonical one.</content>
internal sealed partial class LinearNetwork : ISlicedTraining
{
    /// <summary>Is called with the inputs of each slice.</summary>
    internal Action<float[]>? InSlice { get; init; }

    /// <summary>The first feature and the weight of each sample, noted where somebody wants to know.</summary>
    internal ConcurrentBag<(float Feature, float Weight)>? SeenWeights { get; init; }

    /// <summary>The threads that slices ran on, noted where somebody wants to know.</summary>
    internal ConcurrentDictionary<Thread, bool>? SeenThreads { get; init; }

    /// <summary>Bytes that all threads have allocated, noted at the beginning of each step while there is room.</summary>
    internal List<long> AllAllocatedAtStep { get; } = new(1000);

    double ISlicedTraining.AddGradient(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, float scale, GradientSlice slice)
    {
        InSlice?.Invoke(inputs.ToArray());
        SeenThreads?.TryAdd(Thread.CurrentThread, true);
        Span<float> sum = slice.Sum(ParameterCount);
        Span<float> output = stackalloc float[2];
        double loss = 0;
        for (int start = 0; start < inputs.Length; start += 2)
        {
            float weight = sampleWeights.IsEmpty ? 1 : sampleWeights[start / 2];
            SeenWeights?.Add((inputs[start], weight));
            Forward(inputs.Slice(start, 2), output);
            for (int row = 0; row < 2; row++)
            {
                float error = output[row] - targets[start + row];
                loss += weight * error * error / 2;
                sum[2 * row] += scale * weight * error * inputs[start];
                sum[(2 * row) + 1] += scale * weight * error * inputs[start + 1];
                sum[4 + row] += scale * weight * error;
            }
        }

        return loss;
    }

    void ISlicedTraining.CopyGradientTo(GradientSlice slice, Span<float> gradient) => slice.Sum(ParameterCount).CopyTo(gradient);

    OptimizerStep ISlicedTraining.BeginStep(float learningRate)
    {
        if (AllAllocatedAtStep.Count < AllAllocatedAtStep.Capacity)
        {
            AllAllocatedAtStep.Add(GC.GetTotalAllocatedBytes(precise: true));
        }

        return new OptimizerStep(learningRate, learningRate, 1);
    }

    void ISlicedTraining.Step(GradientSlice slice, OptimizerStep step, int part, int parts)
    {
        (int start, int end) = GradientSlice.Part(ParameterCount, part, parts);
        for (int index = start; index < end; index++)
        {
            _parameters[index] -= step.LearningRate * slice.Sum(ParameterCount)[index];
        }
    }

    void ISlicedTraining.ResetOptimizer()
    {
    }
}
