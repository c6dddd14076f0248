using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <summary>
/// The parameters of all agents as kernels read them: in blocks of 16 agents, of each parameter a line with that of every agent of the block. The
/// last block is whole; what is there of agents that nobody has does not matter.
/// </summary>
internal sealed class AgentBlocks
{
    /// <summary>The agents of a block.</summary>
    internal const int Size = PopulationKernel.BlockAgents;

    // Parameters and agents that are turned around together, in registers.
    private const int Square = 4;

    private readonly AlignedBuffer _memory;
    private readonly int _blockFloats;

    // Where the line of each parameter begins in a block.
    private readonly int[] _lines;

    /// <summary>Blocks of zeros.</summary>
    /// <param name="agents">The number of agents, 1 or more.</param>
    /// <param name="parameters">The parameters of each, 0 or more.</param>
    /// <param name="kernel">What says where they stand; where there is none, in canonical order.</param>
    /// <exception cref="ArgumentException">No array has so many.</exception>
    internal AgentBlocks(int agents, int parameters, PopulationKernel? kernel)
    {
        Agents = agents;
        Count = (int)(((long)agents + Size - 1) / Size);
        _lines = new int[parameters];
        for (int parameter = 0; parameter < parameters; parameter++)
        {
            _lines[parameter] = parameter * Size;
        }

        kernel?.FindLines(_lines);
        _blockFloats = kernel?.BlockFloats ?? ArrayLength.Of(parameters, Size, "The parameters of a block", "declare smaller layers");
        long floats = Math.Max(1, (long)Count * _blockFloats);
        _memory = AlignedBuffer.Allocate(ArrayLength.Of(floats, "The parameters of all agents", "take fewer agents", nameof(agents)));
    }

    /// <summary>The number of agents.</summary>
    internal int Agents { get; }

    /// <summary>The number of blocks.</summary>
    internal int Count { get; }

    private int Parameters => _lines.Length;

    /// <summary>The first parameter of a block.</summary>
    /// <param name="block">The block.</param>
    internal ref float Start(int block) => ref MemoryMarshal.GetReference(BlockOf(block));

    /// <summary>The agents that a block has: fewer in the last one.</summary>
    /// <param name="block">The block.</param>
    internal int AgentsOf(int block) => Math.Min(Size, Agents - (block * Size));

    /// <summary>Copies the agents of a block out, agent after agent.</summary>
    /// <param name="block">The block.</param>
    /// <param name="rows">Receives the parameters of its agents.</param>
    internal void Read(int block, Span<float> rows)
    {
        ReadOnlySpan<float> values = BlockOf(block);
        int agents = AgentsOf(block);
        int parameter = 0;
        for (; parameter <= Parameters - Square; parameter += Square)
        {
            for (int agent = 0; agent < agents; agent += Square)
            {
                VectorLanes.Transpose(
                    Line(values, parameter, agent),
                    Line(values, parameter + 1, agent),
                    Line(values, parameter + 2, agent),
                    Line(values, parameter + 3, agent),
                    out Vector128<float> first,
                    out Vector128<float> second,
                    out Vector128<float> third,
                    out Vector128<float> fourth);
                Store(first, rows, parameter, agent, agents);
                Store(second, rows, parameter, agent + 1, agents);
                Store(third, rows, parameter, agent + 2, agents);
                Store(fourth, rows, parameter, agent + 3, agents);
            }
        }

        for (; parameter < Parameters; parameter++)
        {
            for (int agent = 0; agent < agents; agent++)
            {
                rows[(agent * Parameters) + parameter] = values[_lines[parameter] + agent];
            }
        }
    }

    /// <summary>Copies the agents of a block in, agent after agent.</summary>
    /// <param name="block">The block.</param>
    /// <param name="rows">The parameters of its agents.</param>
    internal void Write(int block, ReadOnlySpan<float> rows)
    {
        Span<float> values = BlockOf(block);
        int agents = AgentsOf(block);
        int parameter = 0;
        for (; parameter <= Parameters - Square; parameter += Square)
        {
            for (int agent = 0; agent < agents; agent += Square)
            {
                VectorLanes.Transpose(
                    Load(rows, parameter, agent, agents),
                    Load(rows, parameter, agent + 1, agents),
                    Load(rows, parameter, agent + 2, agents),
                    Load(rows, parameter, agent + 3, agents),
                    out Vector128<float> first,
                    out Vector128<float> second,
                    out Vector128<float> third,
                    out Vector128<float> fourth);
                first.CopyTo(values[(_lines[parameter] + agent)..]);
                second.CopyTo(values[(_lines[parameter + 1] + agent)..]);
                third.CopyTo(values[(_lines[parameter + 2] + agent)..]);
                fourth.CopyTo(values[(_lines[parameter + 3] + agent)..]);
            }
        }

        for (; parameter < Parameters; parameter++)
        {
            for (int agent = 0; agent < agents; agent++)
            {
                values[_lines[parameter] + agent] = rows[(agent * Parameters) + parameter];
            }
        }
    }

    /// <summary>Copies one agent out.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="destination">Receives its parameters.</param>
    internal void ReadAgent(int agent, Span<float> destination)
    {
        ReadOnlySpan<float> values = BlockOf(agent / Size)[(agent % Size)..];
        for (int parameter = 0; parameter < destination.Length; parameter++)
        {
            destination[parameter] = values[_lines[parameter]];
        }
    }

    /// <summary>Copies one agent in.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="source">Its parameters.</param>
    internal void WriteAgent(int agent, ReadOnlySpan<float> source)
    {
        Span<float> values = BlockOf(agent / Size)[(agent % Size)..];
        for (int parameter = 0; parameter < source.Length; parameter++)
        {
            values[_lines[parameter]] = source[parameter];
        }
    }

    /// <summary>Copies one agent onto another.</summary>
    /// <param name="from">The agent that is copied.</param>
    /// <param name="to">The agent that becomes it.</param>
    internal void CopyAgent(int from, int to)
    {
        ReadOnlySpan<float> source = BlockOf(from / Size)[(from % Size)..];
        Span<float> destination = BlockOf(to / Size)[(to % Size)..];
        foreach (int line in _lines)
        {
            destination[line] = source[line];
        }
    }

    private Span<float> BlockOf(int block) => _memory.Span.Slice(block * _blockFloats, _blockFloats);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<float> Line(ReadOnlySpan<float> values, int parameter, int agent) => Vector128.Create(values[(_lines[parameter] + agent)..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Vector128<float> values, Span<float> rows, int parameter, int agent, int agents)
    {
        if (agent < agents)
        {
            values.CopyTo(rows[((agent * Parameters) + parameter)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<float> Load(ReadOnlySpan<float> rows, int parameter, int agent, int agents) =>
        agent < agents ? Vector128.Create(rows[((agent * Parameters) + parameter)..]) : Vector128<float>.Zero;
}
