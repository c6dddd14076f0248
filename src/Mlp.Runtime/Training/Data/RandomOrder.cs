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
        // A copy stays in registers: an epoch of a small network notices how long its order takes.
        RandomGenerator local = generator;
        int last = values.Length - 1;
        for (; last > 1; last -= 2)
        {
            (int other, int next) = Below(last + 1, last, ref local);
            (values[last], values[other]) = (values[other], values[last]);
            (values[last - 1], values[next]) = (values[next], values[last - 1]);
        }

        if (last == 1)
        {
            (int other, _) = Below(2, 1, ref local);
            (values[1], values[other]) = (values[other], values[1]);
        }

        generator = local;
    }

    /// <summary>
    /// Two numbers uniform on 0 to end − 1 for two ends, without bias, of one draw: what the first leaves of it is the second's
    /// [Lemire 2019; Brackett-Rozinsky and Lemire 2024].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int Second) Below(int firstEnd, int secondEnd, ref RandomGenerator generator)
    {
        ulong pairs = (ulong)firstEnd * (ulong)secondEnd;
        ulong first = Math.BigMul(generator.NextUInt64(), (ulong)firstEnd, out ulong low);
        ulong second = Math.BigMul(low, (ulong)secondEnd, out low);
        if (low < pairs)
        {
            // 2⁶⁴ mod pairs of the products' low halves belong to no whole round, and are drawn again.
            ulong remainder = (0 - pairs) % pairs;
            while (low < remainder)
            {
                first = Math.BigMul(generator.NextUInt64(), (ulong)firstEnd, out low);
                second = Math.BigMul(low, (ulong)secondEnd, out low);
            }
        }

        return ((int)first, (int)second);
    }
}
