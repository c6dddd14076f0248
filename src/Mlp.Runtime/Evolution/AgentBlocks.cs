using System;
using System.Runtime.InteropServices;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <summary>
/// The parameters of all agents as kernels read them: in blocks of 16 agents, of each parameter those of all agents of a block side by side. The
/// last block is whole, and its agents that nobody has are zero.
/// </summary>
internal sealed class AgentBlocks
{
    /// <summary>The agents of a block.</summary>
    internal const int Size = PopulationKernel.BlockAgents;

    private readonly int _parameters;
    private readonly AlignedBuffer _memory;

    /// <summary>Blocks of zeros.</summary>
    /// <param name="agents">The number of agents, 1 or more.</param>
    /// <param name="parameters">The parameters of each, 0 or more.</param>
    /// <exception cref="ArgumentException">No array has so many.</exception>
    internal AgentBlocks(int agents, int parameters)
    {
        Agents = agents;
        _parameters = parameters;
        Count = (int)(((long)agents + Size - 1) / Size);
        long floats = (long)Count * Size * parameters;
        _memory = AlignedBuffer.Allocate(ArrayLength.Of(Math.Max(floats, 1), "The parameters of all agents", "take fewer agents", nameof(agents)));
    }

    /// <summary>The number of agents.</summary>
    internal int Agents { get; }

    /// <summary>The number of blocks.</summary>
    internal int Count { get; }

    /// <summary>The first parameter of a block.</summary>
    /// <param name="block">The block.</param>
    internal ref float Start(int block) => ref MemoryMarshal.GetReference(_memory.Span[(block * Size * _parameters)..]);

    /// <summary>The agents that a block has: fewer in the last one.</summary>
    /// <param name="block">The block.</param>
    internal int AgentsOf(int block) => Math.Min(Size, Agents - (block * Size));

    /// <summary>Copies the agents of a block out, agent after agent.</summary>
    /// <param name="block">The block.</param>
    /// <param name="rows">Receives the parameters of its agents.</param>
    internal void Read(int block, Span<float> rows)
    {
        int agents = rows.Length / Math.Max(_parameters, 1);
        Transposition.Copy(ref Start(block), Size, ref MemoryMarshal.GetReference(rows), _parameters, _parameters, agents);
    }

    /// <summary>Copies the agents of a block in, agent after agent.</summary>
    /// <param name="block">The block.</param>
    /// <param name="rows">The parameters of its agents.</param>
    internal void Write(int block, ReadOnlySpan<float> rows)
    {
        int agents = rows.Length / Math.Max(_parameters, 1);
        Transposition.Copy(ref MemoryMarshal.GetReference(rows), _parameters, ref Start(block), Size, agents, _parameters);
    }

    /// <summary>Copies one agent out.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="destination">Receives its parameters.</param>
    internal void ReadAgent(int agent, Span<float> destination)
    {
        ReadOnlySpan<float> values = LaneOf(agent);
        for (int parameter = 0; parameter < destination.Length; parameter++)
        {
            destination[parameter] = values[parameter * Size];
        }
    }

    /// <summary>Copies one agent in.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="source">Its parameters.</param>
    internal void WriteAgent(int agent, ReadOnlySpan<float> source)
    {
        Span<float> values = LaneOf(agent);
        for (int parameter = 0; parameter < source.Length; parameter++)
        {
            values[parameter * Size] = source[parameter];
        }
    }

    /// <summary>Copies one agent onto another.</summary>
    /// <param name="from">The agent that is copied.</param>
    /// <param name="to">The agent that becomes it.</param>
    internal void CopyAgent(int from, int to)
    {
        ReadOnlySpan<float> source = LaneOf(from);
        Span<float> destination = LaneOf(to);
        for (int parameter = 0; parameter < _parameters; parameter++)
        {
            destination[parameter * Size] = source[parameter * Size];
        }
    }

    /// <summary>The memory from an agent's first parameter on; the next one is a block's agents further.</summary>
    private Span<float> LaneOf(int agent) => _memory.Span[((agent / Size * Size * _parameters) + (agent % Size))..];
}
