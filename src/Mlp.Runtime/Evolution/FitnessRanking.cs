using System;

namespace Mlp.Evolution;

/// <summary>Agents in the order of their fitness, the highest first. NaN is worse than every number; of equals the first agent comes first.</summary>
internal sealed class FitnessRanking
{
    private readonly ulong[] _order;

    /// <summary>A ranking of so many agents; until <see cref="Rank"/> is called it is that of their numbers.</summary>
    /// <param name="agents">The number of agents.</param>
    internal FitnessRanking(int agents) => _order = new ulong[agents];

    /// <summary>The agent at a place.</summary>
    /// <param name="place">0 for the best.</param>
    internal int this[int place] => (int)(uint)_order[place];

    /// <summary>Whether the agents at two places have the same fitness.</summary>
    internal bool AreEqual(int place, int other) => _order[place] >> 32 == _order[other] >> 32;

    /// <summary>Orders the agents.</summary>
    /// <param name="fitness">The fitness of each.</param>
    internal void Rank(ReadOnlySpan<float> fitness)
    {
        for (int agent = 0; agent < fitness.Length; agent++)
        {
            _order[agent] = ((ulong)Descending(fitness[agent]) << 32) | (uint)agent;
        }

        // Keys differ in the agent at the least, so the order does not depend on how they are sorted.
        _order.AsSpan().Sort();
    }

    /// <summary>A whole number that is lower the higher the fitness is.</summary>
    private static uint Descending(float fitness)
    {
        if (float.IsNaN(fitness))
        {
            return uint.MaxValue;
        }

        // Both zeros are the same number.
        uint bits = BitConverter.SingleToUInt32Bits(fitness + 0f);
        uint ascending = (bits & 0x80000000) != 0 ? ~bits : bits | 0x80000000;
        return ~ascending;
    }
}
