using System;
using System.Globalization;

namespace Mlp.Crowds;

/// <summary>Which agent each row of a batch belongs to: all in their order, or some.</summary>
internal readonly ref struct AgentList
{
    /// <summary>
    /// So many rows and their agents stay in a cache near the processor while column after column goes over them, and until what was gathered is scattered.
    /// </summary>
    internal const int RowsAtOnce = 256;

    private readonly ReadOnlySpan<int> _indices;
    private readonly int _first;

    private AgentList(ReadOnlySpan<int> indices, int first, int count, bool isSubset)
    {
        _indices = indices;
        (_first, Count, IsSubset) = (first, count, isSubset);
    }

    /// <summary>The number of rows.</summary>
    internal int Count { get; }

    /// <summary>Whether the agents are named by their indices.</summary>
    internal bool IsSubset { get; }

    /// <summary>The agent of a row.</summary>
    internal int this[int row] => IsSubset ? _indices[row] : _first + row;

    /// <summary>All agents.</summary>
    internal static AgentList All(int agents) => new([], 0, agents, isSubset: false);

    /// <summary>Some agents.</summary>
    /// <param name="indices">Which ones.</param>
    /// <param name="agents">The number of agents that there are.</param>
    /// <exception cref="ArgumentException">There is no such agent.</exception>
    internal static AgentList Some(ReadOnlySpan<int> indices, int agents)
    {
        for (int row = 0; row < indices.Length; row++)
        {
            if ((uint)indices[row] >= (uint)agents)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"indices has {indices[row]} at index {row} (counted from 0), but there are {agents} agents, the first of them 0."),
                    nameof(indices));
            }
        }

        return new AgentList(indices, 0, indices.Length, isSubset: true);
    }

    /// <summary>The rows from one on that are worked on at once.</summary>
    internal AgentList Chunk(int first) => Slice(first, Math.Min(RowsAtOnce, Count - first));

    /// <summary>A stretch of the rows.</summary>
    internal AgentList Slice(int first, int count) =>
        IsSubset ? new(_indices.Slice(first, count), 0, count, isSubset: true) : new([], _first + first, count, isSubset: false);
}
