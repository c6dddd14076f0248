using System;
using System.Globalization;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <summary>How parents are chosen by their fitness: the higher, the better.</summary>
public sealed record Selection
{
    private readonly int _size;
    private readonly double _fraction;

    private Selection(int size, double fraction) => (_size, _fraction) = (size, fraction);

    /// <summary>Each parent is the best of some agents that are drawn from all, with replacement. Of equal agents the first counts as the better one.</summary>
    /// <param name="size">How many are drawn, 1 or more: 1 does not ask for fitness at all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static Selection Tournament(int size) => new(Hyperparameter.AtLeast(size, 1), 0);

    /// <summary>Each parent is drawn from the best agents, all of them equally likely.</summary>
    /// <param name="fraction">Which part of all agents they are, above 0 and up to 1; one agent at the least.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is out of its range.</exception>
    public static Selection Truncation(double fraction) => new(0, Hyperparameter.Between(Hyperparameter.Positive(fraction), 0, 1, nameof(fraction)));

    /// <inheritdoc/>
    public override string ToString() => _size > 0
        ? string.Create(CultureInfo.InvariantCulture, $"Tournament({_size})")
        : string.Create(CultureInfo.InvariantCulture, $"Truncation({_fraction})");

    /// <summary>The place of a parent among the agents, the best first.</summary>
    /// <param name="draws">The numbers of the child.</param>
    /// <param name="parent">Which of its parents, counted from 0.</param>
    /// <param name="agents">The number of agents.</param>
    internal int PlaceOf(AgentDraws draws, int parent, int agents)
    {
        if (_size == 0)
        {
            // ⌈f · n⌉, where f · n may be a rounding error above a whole number.
            double best = Math.Ceiling((_fraction * agents) - 1e-9);
            return draws.Below(parent, Math.Clamp((int)best, 1, agents));
        }

        // The best of agents that are drawn has the least of places that are drawn.
        int place = agents;

        // Nothing is before place 0, so a tournament of millions ends as soon as the best agent is in it.
        for (int drawn = 0; drawn < _size && place > 0; drawn++)
        {
            place = Math.Min(place, draws.Below((parent * _size) + drawn, agents));
        }

        return place;
    }
}
