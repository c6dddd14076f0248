using System;
using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>What a work is done on: parameters, samples and targets, the same for every contender.</summary>
internal sealed class Problem
{
    /// <summary>The number of losses a training run reports: those before each of its first steps.</summary>
    public const int Steps = 20;

    /// <summary>The step size of training.</summary>
    public const float LearningRate = 0.05f;

    /// <summary>Draws the samples of a work from a generator of its own, so that they never change.</summary>
    public Problem(Work work, float[] parameters)
    {
        Work = work;
        Parameters = parameters;
        var random = new Random(1);
        Inputs = new float[work.Samples * work.Shape.Inputs];
        foreach (ref float input in Inputs.AsSpan())
        {
            input = (2 * random.NextSingle()) - 1;
        }

        Labels = new int[work.Samples];
        Targets = new float[work.Samples * work.Shape.Outputs];
        for (int row = 0; row < work.Samples; row++)
        {
            Labels[row] = random.Next(work.Shape.Outputs);
            Targets[(row * work.Shape.Outputs) + Labels[row]] = 1;
        }
    }

    /// <summary>The work.</summary>
    public Work Work { get; }

    /// <summary>The parameters to start from, in canonical order.</summary>
    public float[] Parameters { get; }

    /// <summary>The samples, one a row.</summary>
    public float[] Inputs { get; }

    /// <summary>A class for each sample.</summary>
    public int[] Labels { get; }

    /// <summary>The classes as rows with a single 1.</summary>
    public float[] Targets { get; }

    /// <summary>How many numbers the result has: predictions, the first losses, or a gradient.</summary>
    public int ResultLength => Work.Call switch
    {
        Call.Training => Steps,
        Call.Gradient => Parameters.Length,
        _ => Targets.Length,
    };

    /// <summary>Weights and biases of each layer, as places in <see cref="Parameters"/>.</summary>
    public IEnumerable<(int Inputs, int Outputs, Range Weights, Range Biases)> Layers()
    {
        int start = 0;
        for (int layer = 1; layer < Work.Shape.Sizes.Count; layer++)
        {
            int inputs = Work.Shape.Sizes[layer - 1];
            int outputs = Work.Shape.Sizes[layer];
            int biases = start + (inputs * outputs);
            yield return (inputs, outputs, start..biases, biases..(biases + outputs));
            start = biases + outputs;
        }
    }
}
