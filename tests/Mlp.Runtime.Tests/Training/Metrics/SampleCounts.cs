using System;

namespace Mlp.Runtime.Tests.Training.Metrics;

/// <summary>A network's own check of lengths.</summary>
internal static class SampleCounts
{
    internal static void ShouldBeSamples(this int length, int samples, int sampleSize)
    {
        if (length != samples * sampleSize)
        {
            throw new ArgumentException($"{length} values are not {samples} samples of {sampleSize}.");
        }
    }
}
