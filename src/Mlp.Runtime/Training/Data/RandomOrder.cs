using System;
using System.Runtime.CompilerServices;
using Mlp.Initialization;

namespace Mlp.Training;

/// <summary>Random orders of rows, the same for the same seed on every platform.</summary>
internal static class RandomOrder
{
    /// <summary>The numbers 0 to count − 1 in random order.</summary>
    internal static int[] Of(int count, ref RandomGenerator generator)
    {
        int[] order = new int[count];
        for (int index = 0; index < count; index++)
        {
            order[index] = index;
        }

        Shuffle(order, ref generator);
        return order;
    }

    /// <summary>Brings values into random order, every order equally likely [Fisher and Yates; Durstenfeld 1964].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Shuffle(Span<int> values, ref RandomGenerator generator)
    {
        for (int last = values.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1, ref generator);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>A number uniform on 0 to end − 1, without bias [Lemire 2019].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Below(int end, ref RandomGenerator generator)
    {
        ulong high = Math.BigMul(generator.NextUInt64(), (ulong)end, out ulong low);
        if (low < (ulong)end)
        {
            // 2⁶⁴ mod end of the products' low halves belong to no whole round, and are drawn again.
            ulong remainder = (0 - (ulong)end) % (ulong)end;
            while (low < remainder)
            {
                high = Math.BigMul(generator.NextUInt64(), (ulong)end, out low);
            }
        }

        return (int)high;
    }
}
