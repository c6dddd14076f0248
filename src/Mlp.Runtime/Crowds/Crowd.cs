using System;
using System.Globalization;
using Mlp.Evolution;
using Mlp.Validation;

namespace Mlp.Crowds;

/// <summary>
/// Agents in an array of structs, and a network for them: one call gathers the inputs of all, predicts, and scatters the outputs. The agents share one
/// network, or each has its own in a <see cref="Population{TNetwork}"/>.
/// </summary>
/// <typeparam name="TAgent">The struct of an agent: a creature, a car, a particle. It may have fields of any kind, references too.</typeparam>
/// <remarks>
/// The numbers are those of <see cref="IPredictor{TSelf}.ForwardBatch"/>, bit for bit, however many agents take part. What is refused is refused before any
/// agent has acted. A step allocates nothing after the first one of so many agents. Calls of one crowd must not overlap: a thread that takes a part of the agents has a crowd of its own over the same
/// inputs and outputs, the same span of agents, and indices of its part. Draws follow from the place in the span, so that threads do not show.
/// </remarks>
/// <param name="inputs">What inputs are made of.</param>
/// <param name="outputs">What outputs become.</param>
public sealed class Crowd<TAgent>(CrowdInputs<TAgent> inputs, CrowdOutputs<TAgent> outputs)
    where TAgent : struct
{
    private readonly CrowdInputs<TAgent> _gathered = inputs ?? throw new ArgumentNullException(nameof(inputs));
    private readonly CrowdOutputs<TAgent> _scattered = outputs ?? throw new ArgumentNullException(nameof(outputs));
    private float[] _inputs = [];
    private float[] _outputs = [];

    /// <summary>Lets every agent act, with one network for all of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="step">Which step of the game it is. Only where actions are drawn it must be given.</param>
    /// <exception cref="ArgumentException">
    /// The network has other inputs or outputs, a field that says one of some says none of them, or an agent may take none of the actions of a branch.
    /// </exception>
    /// <exception cref="InvalidOperationException">Something is drawn, and no step is given.</exception>
    public void Step<TNetwork>(TNetwork network, Span<TAgent> agents, long? step = null)
        where TNetwork : IPredictor<TNetwork> => Step(network, agents, AgentList.All(agents.Length), step);

    /// <summary>Lets some agents act, with one network for all of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="indices">Which of them, each once: the living ones, for example. One that is named twice may act twice.</param>
    /// <param name="step">Which step of the game it is. Only where actions are drawn it must be given.</param>
    /// <exception cref="ArgumentException">
    /// The network has other inputs or outputs, there is no agent of an index, a field that says one of some says none of them, or an agent may take none of
    /// the actions of a branch.
    /// </exception>
    /// <exception cref="InvalidOperationException">Something is drawn, and no step is given.</exception>
    public void Step<TNetwork>(TNetwork network, Span<TAgent> agents, ReadOnlySpan<int> indices, long? step = null)
        where TNetwork : IPredictor<TNetwork> => Step(network, agents, AgentList.Some(indices, agents.Length), step);

    /// <summary>Lets every agent act with the network of its own: the agent at index i is agent i of the population.</summary>
    /// <param name="population">The networks.</param>
    /// <param name="agents">As many agents as the population has.</param>
    /// <param name="step">Which step of the game it is. Only where actions are drawn it must be given.</param>
    /// <exception cref="ArgumentException">
    /// There are more agents, or fewer, the network has other inputs or outputs, a field that says one of some says none of them, or an agent may take none of
    /// the actions of a branch.
    /// </exception>
    /// <exception cref="InvalidOperationException">Something is drawn, and no step is given.</exception>
    public void Step<TNetwork>(Population<TNetwork> population, Span<TAgent> agents, long? step = null)
        where TNetwork : INetwork<TNetwork>, new()
    {
        RequireFit(population, agents);
        Step(population, agents, AgentList.All(agents.Length), step);
    }

    /// <summary>Lets some agents act, each with the network of its own: the agent at index i is agent i of the population.</summary>
    /// <param name="population">The networks. All of them are computed, those of the others with zeros.</param>
    /// <param name="agents">As many agents as the population has.</param>
    /// <param name="indices">Which of them, each once: the living ones, for example. One that is named twice may act twice.</param>
    /// <param name="step">Which step of the game it is. Only where actions are drawn it must be given.</param>
    /// <exception cref="ArgumentException">
    /// There are more agents, or fewer, the network has other inputs or outputs, there is no agent of an index, a field that says one of some says none of
    /// them, or an agent may take none of the actions of a branch.
    /// </exception>
    /// <exception cref="InvalidOperationException">Something is drawn, and no step is given.</exception>
    public void Step<TNetwork>(Population<TNetwork> population, Span<TAgent> agents, ReadOnlySpan<int> indices, long? step = null)
        where TNetwork : INetwork<TNetwork>, new()
    {
        RequireFit(population, agents);
        Step(population, agents, AgentList.Some(indices, agents.Length), step);
    }

    private void Step<TNetwork>(Population<TNetwork> population, Span<TAgent> agents, AgentList list, long? step)
        where TNetwork : INetwork<TNetwork>, new()
    {
        _gathered.Check(agents, list);
        _scattered.Check(agents, list, step);
        Reserve(agents.Length);
        Span<float> gathered = _inputs.AsSpan(0, agents.Length * _gathered.Count);
        Span<float> predicted = _outputs.AsSpan(0, agents.Length * _scattered.Count);
        if (!list.IsSubset)
        {
            _gathered.Gather(agents, list, gathered);
            population.Step(gathered, predicted);
            _scattered.Scatter(predicted, agents, list, step ?? 0);
            return;
        }

        // Row i of a population is that of agent i, whoever takes part.
        gathered.Clear();
        for (int row = 0; row < list.Count; row++)
        {
            _gathered.Gather(agents, list.Slice(row, 1), gathered.Slice(list[row] * _gathered.Count, _gathered.Count));
        }

        population.Step(gathered, predicted);
        for (int row = 0; row < list.Count; row++)
        {
            _scattered.Scatter(predicted.Slice(list[row] * _scattered.Count, _scattered.Count), agents, list.Slice(row, 1), step ?? 0);
        }
    }

    private void Step<TNetwork>(TNetwork network, Span<TAgent> agents, AgentList list, long? step)
        where TNetwork : IPredictor<TNetwork>
    {
        // Not ThrowIfNull, which would box a network that is a struct.
        if (network is null)
        {
            throw new ArgumentNullException(nameof(network));
        }

        RequireSizes<TNetwork>(TNetwork.InputSize, TNetwork.OutputSize);
        _gathered.Check(agents, list);
        _scattered.Check(agents, list, step);
        Reserve(Math.Min(AgentList.RowsAtOnce, list.Count));
        for (int first = 0; first < list.Count; first += AgentList.RowsAtOnce)
        {
            AgentList rows = list.Chunk(first);
            Span<float> gathered = _inputs.AsSpan(0, rows.Count * _gathered.Count);
            Span<float> predicted = _outputs.AsSpan(0, rows.Count * _scattered.Count);
            _gathered.Gather(agents, rows, gathered);
            network.ForwardBatch(gathered, predicted);
            _scattered.Scatter(predicted, agents, rows, step ?? 0);
        }
    }

    private void RequireFit<TNetwork>(Population<TNetwork> population, ReadOnlySpan<TAgent> agents)
        where TNetwork : INetwork<TNetwork>, new()
    {
        ArgumentNullException.ThrowIfNull(population);
        RequireSizes<TNetwork>(TNetwork.InputSize, TNetwork.OutputSize);
        if (agents.Length != population.Agents)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"agents has length {agents.Length}, but the population has {population.Agents} agents: each has a network of its own."),
                nameof(agents));
        }
    }

    private void RequireSizes<TNetwork>(int inputSize, int outputSize)
    {
        _gathered.RequireSize(inputSize, typeof(TNetwork).Name);
        _scattered.RequireSize(outputSize, typeof(TNetwork).Name);
    }

    private void Reserve(int rows)
    {
        int gathered = ArrayLength.Of(rows, _gathered.Count, "The inputs of all agents", "let fewer act at a time", "agents");
        int scattered = ArrayLength.Of(rows, _scattered.Count, "The outputs of all agents", "let fewer act at a time", "agents");
        if (_inputs.Length < gathered)
        {
            _inputs = new float[gathered];
        }

        if (_outputs.Length < scattered)
        {
            _outputs = new float[scattered];
        }
    }
}
