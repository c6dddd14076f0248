using System;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <content>Populations of another number of agents.</content>
public sealed partial class Population<TNetwork>
{
    /// <summary>
    /// A new population of another number of agents. The first ones are kept, bit for bit, with their numbers. Seed, generation and the number of
    /// threads are those of this one, which stays as it is.
    /// </summary>
    /// <param name="agents">The number of agents, 1 or more: less, the same or more than there are.</param>
    /// <param name="newcomers">What the others are where it has more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">The parameters of all agents are more than an array has.</exception>
    public Population<TNetwork> Resized(int agents, Newcomers newcomers = Newcomers.Copies) => Sized(agents, null, newcomers);

    /// <summary>
    /// A new population of another number of agents. The best ones are kept, bit for bit, and stand in the order of their fitness, the best one as agent 0.
    /// Seed, generation and the number of threads are those of this one, which stays as it is.
    /// </summary>
    /// <param name="agents">The number of agents, 1 or more: less, the same or more than there are.</param>
    /// <param name="fitness">The fitness of every agent, the higher the better. NaN is worse than every number; of equals the first agent is the better one.</param>
    /// <param name="newcomers">What the others are where it has more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">The span has the wrong length, or the parameters of all agents are more than an array has.</exception>
    public Population<TNetwork> Resized(int agents, ReadOnlySpan<float> fitness, Newcomers newcomers = Newcomers.Copies)
    {
        Require.Length(fitness.Length, Agents, nameof(fitness));
        var ranking = new FitnessRanking(Agents);
        ranking.Rank(fitness);
        return Sized(agents, ranking, newcomers);
    }

    /// <summary>A population of agents by their place in a ranking; by their number where there is none.</summary>
    private Population<TNetwork> Sized(int agents, FitnessRanking? ranking, Newcomers newcomers)
    {
        Hyperparameter.AtLeast(agents, 1);
        Hyperparameter.Defined(newcomers);
        var resized = new Population<TNetwork>(agents, Seed, Generation, _rows.Length);
        int copied = newcomers == Newcomers.Copies ? agents : Math.Min(agents, Agents);
        float[] parameters = new float[TNetwork.ParameterCount];
        for (int agent = 0; agent < copied; agent++)
        {
            int place = agent % Agents;
            _blocks.ReadAgent(ranking?[place] ?? place, parameters);
            resized._blocks.WriteAgent(agent, parameters);
        }

        if (copied < agents)
        {
            var network = new TNetwork();
            for (int agent = copied; agent < agents; agent++)
            {
                network.Initialize(Draws.Of(DrawPurpose.Arrival, agent).Bits(0));
                network.CopyParametersTo(parameters);
                resized._blocks.WriteAgent(agent, parameters);
            }
        }

        return resized;
    }
}
