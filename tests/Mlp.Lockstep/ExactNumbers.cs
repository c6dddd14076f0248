using System;

namespace Mlp.Lockstep;

/// <summary>Numbers that are the same bits everywhere: no function of the platform is asked for them.</summary>
/// <param name="seed">Where the sequence begins.</param>
public sealed class ExactNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Numbers of 24 bits from −1 to below 1.</summary>
    /// <param name="count">How many.</param>
    public float[] Values(int count)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = ((Next() >> 40) / 8_388_608f) - 1;
        }

        return values;
    }

    /// <summary>One 1 in each row, and zeros: targets that every loss takes.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The length of a row.</param>
    public float[] Choices(int rows, int columns)
    {
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            values[(row * columns) + (int)((Next() >> 33) % (ulong)columns)] = 1;
        }

        return values;
    }

    // Knuth's linear congruential generator; its upper bits are good enough to tell one computation from another.
    private ulong Next() => _state = (_state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
}
