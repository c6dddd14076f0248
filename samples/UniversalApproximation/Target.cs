using System;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>The function to approximate: four octaves of a sine on [−4, 4], so that every doubling of a width has an octave to find.</summary>
internal static class Target
{
    public const float Start = -4;
    public const float Length = 8;

    public static double ValueAt(double x) => Math.Sin(x) + (Math.Sin(2 * x) / 2) + (Math.Sin(4 * x) / 4) + (Math.Sin(8 * x) / 8);

    /// <summary>The function at points evenly over the interval.</summary>
    public static Dataset Sample(int count)
    {
        float[] points = new float[count];
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
        {
            points[index] = Start + (Length * (index + 0.5f) / count);
            values[index] = (float)ValueAt(points[index]);
        }

        return Dataset.FromTargets(points, featureCount: 1, values);
    }
}
