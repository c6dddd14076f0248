using System;

namespace Mlp.Benchmarks;

/// <summary>Random samples with labels, the same in every run.</summary>
/// <param name="Features">Row-major, each from 0 to 1.</param>
/// <param name="Labels">A class for each row.</param>
internal sealed record LabelledSamples(float[] Features, int[] Labels)
{
    /// <summary>Draws samples that fit a network.</summary>
    public static LabelledSamples For<TNetwork>(int count)
        where TNetwork : INetwork<TNetwork>
    {
        var random = new Random(1);
        var samples = new LabelledSamples(new float[count * TNetwork.InputSize], new int[count]);
        foreach (ref float feature in samples.Features.AsSpan())
        {
            feature = random.NextSingle();
        }

        foreach (ref int label in samples.Labels.AsSpan())
        {
            label = random.Next(TNetwork.OutputSize);
        }

        return samples;
    }
}
