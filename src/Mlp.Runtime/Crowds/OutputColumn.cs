using System;

namespace Mlp.Crowds;

/// <summary>Where some neighbouring outputs of a network go.</summary>
/// <typeparam name="TAgent">The struct of an agent.</typeparam>
internal abstract class OutputColumn<TAgent>
    where TAgent : struct
{
    /// <summary>The number of outputs.</summary>
    internal abstract int Width { get; }

    /// <summary>Refuses agents for which there is nothing to write.</summary>
    internal virtual void Check(ReadOnlySpan<TAgent> agents, AgentList list)
    {
    }

    /// <summary>Writes what these outputs of some agents mean.</summary>
    /// <param name="outputs">From the first of these outputs in the first row on.</param>
    /// <param name="rowSize">From one row to the next.</param>
    /// <param name="firstOutput">Which output of the network is the first of these.</param>
    /// <param name="agents">All agents.</param>
    /// <param name="list">Whose outputs they are, row after row.</param>
    /// <param name="step">Which step of the game it is.</param>
    internal abstract void Scatter(ReadOnlySpan<float> outputs, int rowSize, int firstOutput, Span<TAgent> agents, AgentList list, long step);
}
