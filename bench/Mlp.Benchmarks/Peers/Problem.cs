using System;

namespace Mlp.Benchmarks.Peers;

/// <summary>What a work is done on: parameters, samples and targets, the same for every contender.</summary>
internal sealed class Problem
{
    /// <summary>The number of losses a training run reports: those before each of its first steps.</summary>
    public const int Steps = 20;

    /// <summary>Draws the samples of a work from a generator of its own, so that they never change.</summary>
    public Problem(Work work, float[] parameters)
    {
        Work = work;
        Parameters = parameters;
        var random = new Random(1);
        Inputs = new float[work.Samples * work.Network.Inputs];
        foreach (ref float input in Inputs.AsSpan())
        {
            input = (2 * random.NextSingle()) - 1;
        }

        Labels = new int[work.Samples];
        Targets = new float[work.Samples * work.Network.Outputs];
        for (int row = 0; row < work.Samples; row++)
        {
            Labels[row] = random.Next(work.Network.Outputs);
            Targets[(row * work.Network.Outputs) + Labels[row]] = 1;
        }
    }

    /// <summary>The work.</summary>
    public Work Work { get; }

    /// <summary>The parameters to start from, in canonical order.</summary>
    public float[] Parameters { get; }

    /// <summary>The same in the order of peers.</summary>
    public ChannelsFirst ChannelsFirst => field ??= new(this);

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
}
