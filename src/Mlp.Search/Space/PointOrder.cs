using System;
using System.Numerics;

namespace Mlp.Searching.Space;

/// <summary>
/// All whole numbers below a count, each once, in random order, of which any is known without the others: a Feistel network on the next power of four, walked until
/// it comes below the count [Black and Rogaway 2002].
/// </summary>
internal static class PointOrder
{
    private const int Rounds = 6;

    /// <summary>The number at a place.</summary>
    /// <param name="place">0 to <paramref name="count"/> − 1.</param>
    /// <param name="count">How many numbers, 1 or more.</param>
    /// <param name="key">What the order follows from.</param>
    internal static long At(long place, long count, ulong key)
    {
        // Of 4ʰ numbers less than 3/4 lie past the count, so that a walk has few steps.
        int half = Math.Max(1, (BitOperations.Log2((ulong)Math.Max(1, count - 1)) + 2) / 2);
        do
        {
            place = Permute(place, half, key);
        }
        while (place >= count);

        return place;
    }

    private static long Permute(long number, int half, ulong key)
    {
        ulong mask = (1UL << half) - 1;
        (ulong left, ulong right) = ((ulong)number >> half, (ulong)number & mask);
        for (uint round = 0; round < Rounds; round++)
        {
            (left, right) = (right, left ^ (CounterDraws.Mix(CounterDraws.Mix(key ^ round) ^ right) & mask));
        }

        return (long)((left << half) | right);
    }
}
