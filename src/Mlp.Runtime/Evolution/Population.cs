using System;
using System.Linq;
using System.Runtime.InteropServices;
using Mlp.CompilerServices;
using Mlp.Training;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <summary>
/// Many networks of one shape, each with parameters of its own: the agents of a simulation, the individuals of a genetic algorithm, the candidates
/// of an evolution strategy. One call computes a sample of every agent, and operators make the next generation of them.
/// </summary>
/// <typeparam name="TNetwork">
/// The network. With <see cref="NetworkTrainingAttribute.Population"/> it has kernels that compute 16 agents together; any other one gives the
/// same numbers, one agent after the other.
/// </typeparam>
/// <remarks>
/// The output of an agent is, bit for bit, what <see cref="IPredictor{TSelf}.ForwardBatch"/> of a network with its parameters gives on the same
/// hardware. Neither the number of threads nor that of agents shows in it. Random numbers follow from <see cref="Seed"/>,
/// <see cref="Generation"/>, agent and parameter alone, and are the same on every platform.
/// <para>
/// Calls of one population must not overlap. <see cref="Step"/>, <see cref="Mutate"/> and <see cref="Evolve(ReadOnlySpan{float}, EvolutionOptions?)"/> allocate nothing
/// after their first call. One that has threads of its own ends them in <see cref="Dispose"/>.
/// </para>
/// </remarks>
public sealed partial class Population<TNetwork> : IDisposable
    where TNetwork : INetwork<TNetwork>, new()
{
    private readonly AgentBlocks _blocks;
    private readonly PopulationKernel? _kernel = TNetwork.PopulationKernel;
    private readonly SliceWorkers? _workers;
    private readonly Action<int> _stepPart;
    private readonly TNetwork[] _networks;
    private readonly float[]?[] _rows;
    private AlignedBuffer _inputs;
    private AlignedBuffer _outputs;
    private bool _isDisposed;

    /// <summary>Agents that start as networks do: the i-th is what <see cref="INetwork{TSelf}.Initialize"/> makes of the seed <paramref name="seed"/> + i.</summary>
    /// <param name="agents">The number of agents, 1 or more.</param>
    /// <param name="seed">What random numbers follow from.</param>
    /// <param name="degreeOfParallelism">The number of threads that share the work, the calling one included: 1 or more. Results do not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">The parameters of all agents are more than an array has.</exception>
    public Population(int agents, ulong seed = 0, int degreeOfParallelism = 1)
        : this(agents, seed, generation: 0, degreeOfParallelism)
    {
        var network = new TNetwork();
        float[] parameters = new float[TNetwork.ParameterCount];
        for (int agent = 0; agent < agents; agent++)
        {
            network.Initialize(unchecked(seed + (ulong)agent));
            network.CopyParametersTo(parameters);
            _blocks.WriteAgent(agent, parameters);
        }
    }

    private Population(int agents, ulong seed, long generation, int degreeOfParallelism)
    {
        _blocks = new AgentBlocks(Hyperparameter.AtLeast(agents, 1), TNetwork.ParameterCount, _kernel);
        (Seed, Generation) = (seed, generation);
        _workers = Hyperparameter.AtLeast(degreeOfParallelism, 1) > 1 ? new SliceWorkers(degreeOfParallelism) : null;
        _networks = _kernel is null ? [.. Enumerable.Range(0, degreeOfParallelism).Select(static _ => new TNetwork())] : [];
        _rows = new float[]?[degreeOfParallelism];
        (_stepPart, _mutatePart, _readPart, _breedPart) = (StepPart, MutatePart, ReadPart, BreedPart);
    }

    /// <summary>The number of agents.</summary>
    public int Agents => _blocks.Agents;

    /// <summary>What random numbers follow from.</summary>
    public ulong Seed { get; }

    /// <summary>How often the agents were changed at random: by <see cref="Mutate"/>, <see cref="Cross"/> or <see cref="Evolve(ReadOnlySpan{float}, EvolutionOptions?)"/>.</summary>
    public long Generation { get; private set; }

    /// <summary>
    /// Whether 16 agents are computed together: the network is declared with <see cref="NetworkTrainingAttribute.Population"/>, its layers
    /// allow it, and the hardware has vectors.
    /// </summary>
    public bool HasKernels => _kernel is not null;

    /// <summary>Computes one sample of every agent.</summary>
    /// <param name="inputs"><see cref="Agents"/> × <see cref="IPredictor{TSelf}.InputSize"/> values, agent after agent.</param>
    /// <param name="outputs">Receives <see cref="Agents"/> × <see cref="IPredictor{TSelf}.OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    /// <exception cref="ObjectDisposedException">The population is disposed.</exception>
    public void Step(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        Require.BatchLength(inputs.Length, Agents, TNetwork.InputSize, nameof(inputs));
        Require.BatchLength(outputs.Length, Agents, TNetwork.OutputSize, nameof(outputs));
        Require.NoOverlap(inputs, outputs, nameof(outputs));
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_workers is null)
        {
            StepBlocks(0, _blocks.Count, 0, inputs, outputs);
            return;
        }

        // Other threads cannot be handed a span; what is copied is little beside the parameters.
        if (!_inputs.IsAllocated)
        {
            _inputs = AlignedBuffer.Allocate(inputs.Length);
            _outputs = AlignedBuffer.Allocate(outputs.Length);
        }

        inputs.CopyTo(_inputs.Span);
        Run(_stepPart);
        _outputs.Span.CopyTo(outputs);
    }

    /// <summary>Ends the threads of the population, and waits for them. One of a single thread has none.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _workers?.Dispose();
        }
    }

    private void StepPart(int part)
    {
        (int first, int end) = BlocksOf(part);
        StepBlocks(first, end, part, _inputs.Span, _outputs.Span);
    }

    private void StepBlocks(int first, int end, int part, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int agent = first * AgentBlocks.Size;
        int agents = Math.Min(end * AgentBlocks.Size, Agents) - agent;
        inputs = inputs.Slice(agent * TNetwork.InputSize, agents * TNetwork.InputSize);
        outputs = outputs.Slice(agent * TNetwork.OutputSize, agents * TNetwork.OutputSize);
        if (_kernel is { } kernel)
        {
            kernel.StepAgents(ref _blocks.Start(first), ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs), agents);
            return;
        }

        ref TNetwork network = ref _networks[part];
        Span<float> rows = RowsOf(part);
        for (int block = first; block < end; block++)
        {
            int count = _blocks.AgentsOf(block);
            _blocks.Read(block, rows[..(count * TNetwork.ParameterCount)]);
            for (int index = 0; index < count; index++)
            {
                network.SetParameters(rows.Slice(index * TNetwork.ParameterCount, TNetwork.ParameterCount));
                network.ForwardBatch(inputs[..TNetwork.InputSize], outputs[..TNetwork.OutputSize]);
                inputs = inputs[TNetwork.InputSize..];
                outputs = outputs[TNetwork.OutputSize..];
            }
        }
    }

    /// <summary>Lets every thread do its part of the blocks.</summary>
    private void Run(Action<int> work)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_workers is { } workers)
        {
            workers.Run(Parts, work);
        }
        else
        {
            work(0);
        }
    }

    private int Parts => Math.Min(_rows.Length, _blocks.Count);

    private (int First, int End) BlocksOf(int part) =>
        ((int)((long)_blocks.Count * part / Parts), (int)((long)_blocks.Count * (part + 1) / Parts));

    /// <summary>Room for the agents of a block, agent after agent, for one thread.</summary>
    private Span<float> RowsOf(int part) => _rows[part] ??= new float[AgentBlocks.Size * TNetwork.ParameterCount];
}
