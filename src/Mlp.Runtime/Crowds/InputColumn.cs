using System;

namespace Mlp.Crowds;

/// <summary>What some neighbouring inputs of a network are made of.</summary>
/// <typeparam name="TAgent">The struct of an agent.</typeparam>
internal abstract class InputColumn<TAgent>
    where TAgent : struct
{
    /// <summary>The number of inputs.</summary>
    internal abstract int Width { get; }

    /// <summary>Refuses agents that these inputs cannot be made of.</summary>
    internal virtual void Check(ReadOnlySpan<TAgent> agents, AgentList list)
    {
    }

    /// <summary>Writes these inputs of some agents.</summary>
    /// <param name="agents">All agents.</param>
    /// <param name="list">Whose inputs they are, row after row.</param>
    /// <param name="inputs">From the first of these inputs in the first row on.</param>
    /// <param name="rowSize">From one row to the next.</param>
    internal abstract void Gather(ReadOnlySpan<TAgent> agents, AgentList list, Span<float> inputs, int rowSize);
}
