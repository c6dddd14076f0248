using System;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <content>The operators of a genetic algorithm.</content>
public sealed partial class Population<TNetwork>
{
    private readonly Action<int> _mutatePart;
    private readonly Action<int> _readPart;
    private readonly Action<int> _breedPart;
    private FitnessRanking? _ranking;
    private float[]? _parents;
    private int[]? _units;
    private EvolutionOptions _options = EvolutionOptions.Default;
    private (double Rate, double Deviation) _mutation;

    /// <summary>Adds normal numbers to some of the parameters of all agents.</summary>
    /// <param name="rate">The probability that a parameter changes, 0 to 1.</param>
    /// <param name="deviation">The standard deviation of what is added, a finite number of 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range; nothing has changed.</exception>
    /// <exception cref="ObjectDisposedException">The population is disposed.</exception>
    public void Mutate(double rate, double deviation)
    {
        _mutation = (Hyperparameter.Between(rate, 0, 1), Hyperparameter.NotNegative(deviation));
        Run(_mutatePart);
        Generation++;
    }

    /// <summary>Makes an agent a child of two others.</summary>
    /// <param name="first">A parent, counted from 0.</param>
    /// <param name="second">The other parent; it may be the same one.</param>
    /// <param name="child">The agent that becomes their child; it may be one of them.</param>
    /// <param name="crossover">How.</param>
    /// <param name="blendReach">How far <see cref="Crossover.Blend"/> reaches past the parents, a finite number of 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a number is out of its range; nothing has changed.</exception>
    public void Cross(int first, int second, int child, Crossover crossover, double blendReach = 0.5)
    {
        RequireAgent(first, nameof(first));
        RequireAgent(second, nameof(second));
        RequireAgent(child, nameof(child));
        Hyperparameter.Defined(crossover);
        Hyperparameter.NotNegative(blendReach);
        Span<float> rows = RowsOf(0);
        Span<float> a = rows[..TNetwork.ParameterCount];
        Span<float> b = rows.Slice(TNetwork.ParameterCount, TNetwork.ParameterCount);
        _blocks.ReadAgent(first, a);
        _blocks.ReadAgent(second, b);
        Recombination.Cross(crossover, a, b, a, Draws.Of(DrawPurpose.Recombination, child), Units, blendReach);
        _blocks.WriteAgent(child, a);
        Generation++;
    }

    /// <summary>
    /// Makes the next generation. The best agents go on as they are, and come first, the best one as agent 0. All others are children: their
    /// parents are selected, crossed and mutated.
    /// </summary>
    /// <param name="fitness">The fitness of every agent, the higher the better. NaN is worse than every number; of equals the first agent is the better one.</param>
    /// <param name="options">How; <see langword="null"/>: <see cref="EvolutionOptions.Default"/>.</param>
    /// <returns>Which agent was the best one, its fitness, and where it stands now.</returns>
    /// <exception cref="ArgumentException">The span has the wrong length; nothing has changed.</exception>
    /// <exception cref="ObjectDisposedException">The population is disposed.</exception>
    public BestAgent Evolve(ReadOnlySpan<float> fitness, EvolutionOptions? options = null)
    {
        Require.Length(fitness.Length, Agents, nameof(fitness));
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _options = options ?? EvolutionOptions.Default;
        _ranking ??= new FitnessRanking(Agents);
        _parents ??= new float[ArrayLength.Of(Agents, TNetwork.ParameterCount, "The parents", "take fewer agents")];
        _units ??= Units;
        _ranking.Rank(fitness);
        Run(_readPart);
        Run(_breedPart);
        Generation++;
        return new BestAgent(_ranking[0], fitness[_ranking[0]], _options.Elites > 0 ? 0 : null);
    }

    private EvolutionDraws Draws => new(Seed, Generation);

    private int[] Units => _units ??= ParameterUnits.Of(TNetwork.Description);

    private void MutatePart(int part)
    {
        (int first, int end) = BlocksOf(part);
        Span<float> rows = RowsOf(part);
        for (int block = first; block < end; block++)
        {
            Span<float> agents = rows[..(_blocks.AgentsOf(block) * TNetwork.ParameterCount)];
            _blocks.Read(block, agents);
            for (int index = 0; index < _blocks.AgentsOf(block); index++)
            {
                Span<float> agent = agents.Slice(index * TNetwork.ParameterCount, TNetwork.ParameterCount);
                Recombination.Mutate(agent, Draws, (block * AgentBlocks.Size) + index, _mutation.Rate, _mutation.Deviation);
            }

            _blocks.Write(block, agents);
        }
    }

    /// <summary>The old generation, agent after agent: a parent is then one stretch of memory.</summary>
    private void ReadPart(int part)
    {
        (int first, int end) = BlocksOf(part);
        for (int block = first; block < end; block++)
        {
            _blocks.Read(block, RowsOf(block, _parents));
        }
    }

    private void BreedPart(int part)
    {
        (int first, int end) = BlocksOf(part);
        Span<float> rows = RowsOf(part);
        for (int block = first; block < end; block++)
        {
            Span<float> children = rows[..(_blocks.AgentsOf(block) * TNetwork.ParameterCount)];
            for (int index = 0; index < _blocks.AgentsOf(block); index++)
            {
                Breed((block * AgentBlocks.Size) + index, children.Slice(index * TNetwork.ParameterCount, TNetwork.ParameterCount));
            }

            _blocks.Write(block, children);
        }
    }

    private void Breed(int number, Span<float> child)
    {
        if (number < _options.Elites)
        {
            ParentAt(number).CopyTo(child);
            return;
        }

        AgentDraws selection = Draws.Of(DrawPurpose.Selection, number);
        ReadOnlySpan<float> first = ParentAt(_options.Selection.PlaceOf(selection, 0, Agents));
        if (_options.Crossover == Crossover.None || !Draws.Of(DrawPurpose.Pairing, number).Happens(0, AgentDraws.Threshold(_options.CrossoverRate)))
        {
            first.CopyTo(child);
        }
        else
        {
            ReadOnlySpan<float> second = ParentAt(_options.Selection.PlaceOf(selection, 1, Agents));
            Recombination.Cross(_options.Crossover, first, second, child, Draws.Of(DrawPurpose.Recombination, number), _units!, _options.BlendReach);
        }

        Recombination.Mutate(child, Draws, number, _options.MutationRate, _options.MutationDeviation);
    }

    private ReadOnlySpan<float> ParentAt(int place) => _parents.AsSpan(_ranking![place] * TNetwork.ParameterCount, TNetwork.ParameterCount);
}
