using System;
using System.Runtime.InteropServices;
using Mlp.Initialization;

namespace Mlp.Runtime.Tests.Evolution;

/// <summary>Samples for populations, and bits to compare.</summary>
internal static class Samples
{
    /// <summary>A sample of each agent, normal numbers.</summary>
    public static float[] Of<TNetwork>(int agents)
        where TNetwork : INetwork<TNetwork>
    {
        var generator = new RandomGenerator(7);
        float[] samples = new float[agents * TNetwork.InputSize];
        foreach (ref float value in samples.AsSpan())
        {
            value = (float)generator.NextNormal();
        }

        return samples;
    }

    /// <summary>−0 is not 0, and a NaN is equal to itself.</summary>
    public static int[] BitsOf(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, int>(values).ToArray();
}
