using System;

namespace Mlp.Tool.Verification;

/// <summary>From the order of files, which have channels in front, to that of networks.</summary>
internal static class ChannelOrder
{
    /// <summary>A sample with its channels last.</summary>
    /// <param name="sample">The sample with channels in front.</param>
    /// <param name="channels">How many there are.</param>
    public static float[] Last(ReadOnlySpan<float> sample, int channels)
    {
        int positions = sample.Length / channels;
        float[] moved = new float[sample.Length];
        for (int index = 0; index < sample.Length; index++)
        {
            moved[(index % positions * channels) + (index / positions)] = sample[index];
        }

        return moved;
    }
}
