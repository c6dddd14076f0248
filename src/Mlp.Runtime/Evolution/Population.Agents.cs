using System;
using Mlp.CompilerServices;

namespace Mlp.Evolution;

/// <content>Agents and their parameters, in and out.</content>
public sealed partial class Population<TNetwork>
{
    /// <summary>Copies the parameters of one agent out.</summary>
    /// <param name="agent">The agent, counted from 0.</param>
    /// <param name="destination">Receives <see cref="IPredictor{TSelf}.ParameterCount"/> values in canonical order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void CopyAgentTo(int agent, Span<float> destination)
    {
        RequireAgent(agent, nameof(agent));
        Require.Length(destination.Length, TNetwork.ParameterCount, nameof(destination));
        _blocks.ReadAgent(agent, destination);
    }

    /// <summary>Copies the parameters of one agent into a network.</summary>
    /// <param name="agent">The agent, counted from 0.</param>
    /// <param name="network">Receives them; the state of its optimizer stays.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    public void CopyAgentTo(int agent, TNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        RequireAgent(agent, nameof(agent));
        Span<float> row = RowsOf(0)[..TNetwork.ParameterCount];
        _blocks.ReadAgent(agent, row);
        network.SetParameters(row);
    }

    /// <summary>A new network with the parameters of one agent.</summary>
    /// <param name="agent">The agent, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    public TNetwork ToNetwork(int agent)
    {
        var network = new TNetwork();
        CopyAgentTo(agent, network);
        return network;
    }

    /// <summary>Replaces the parameters of one agent.</summary>
    /// <param name="agent">The agent, counted from 0.</param>
    /// <param name="source"><see cref="IPredictor{TSelf}.ParameterCount"/> values in canonical order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void SetAgent(int agent, ReadOnlySpan<float> source)
    {
        RequireAgent(agent, nameof(agent));
        Require.Length(source.Length, TNetwork.ParameterCount, nameof(source));
        _blocks.WriteAgent(agent, source);
    }

    /// <summary>Replaces the parameters of one agent by those of a network.</summary>
    /// <param name="agent">The agent, counted from 0.</param>
    /// <param name="network">The network, for example one that was trained.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    public void SetAgent(int agent, TNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        RequireAgent(agent, nameof(agent));
        Span<float> row = RowsOf(0)[..TNetwork.ParameterCount];
        network.CopyParametersTo(row);
        _blocks.WriteAgent(agent, row);
    }

    /// <summary>Makes one agent a copy of another.</summary>
    /// <param name="from">The agent that is copied, counted from 0.</param>
    /// <param name="to">The agent that becomes it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent.</exception>
    public void CopyAgent(int from, int to)
    {
        RequireAgent(from, nameof(from));
        RequireAgent(to, nameof(to));
        _blocks.CopyAgent(from, to);
    }

    /// <summary>Copies the parameters of all agents out: the matrix in which strategies such as CMA-ES keep their candidates.</summary>
    /// <param name="matrix">Receives <see cref="Agents"/> × <see cref="IPredictor{TSelf}.ParameterCount"/> values, an agent a row, each in canonical order.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void CopyParametersTo(Span<float> matrix)
    {
        Require.BatchLength(matrix.Length, Agents, TNetwork.ParameterCount, nameof(matrix));
        for (int block = 0; block < _blocks.Count; block++)
        {
            _blocks.Read(block, RowsOf(block, matrix));
        }
    }

    /// <summary>Replaces the parameters of all agents, without a check of the numbers: the candidates that a strategy asks about.</summary>
    /// <param name="matrix"><see cref="Agents"/> × <see cref="IPredictor{TSelf}.ParameterCount"/> values, an agent a row, each in canonical order.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void SetParameters(ReadOnlySpan<float> matrix)
    {
        Require.BatchLength(matrix.Length, Agents, TNetwork.ParameterCount, nameof(matrix));
        for (int block = 0; block < _blocks.Count; block++)
        {
            int first = block * AgentBlocks.Size * TNetwork.ParameterCount;
            _blocks.Write(block, matrix.Slice(first, _blocks.AgentsOf(block) * TNetwork.ParameterCount));
        }
    }

    /// <summary>The rows of a block in a matrix of all agents.</summary>
    private Span<float> RowsOf(int block, Span<float> matrix) =>
        matrix.Slice(block * AgentBlocks.Size * TNetwork.ParameterCount, _blocks.AgentsOf(block) * TNetwork.ParameterCount);

    private void RequireAgent(int agent, string parameter)
    {
        if ((uint)agent >= (uint)Agents)
        {
            throw new ArgumentOutOfRangeException(parameter, FormattableString.Invariant($"{parameter} is {agent}, but must be 0 to {Agents - 1}: there are {Agents} agents."));
        }
    }
}
