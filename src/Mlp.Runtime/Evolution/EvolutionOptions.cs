using System;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <summary>How a generation becomes the next one. Immutable: <c>options with { Elites = 4 }</c> is another one.</summary>
public sealed record EvolutionOptions
{
    /// <summary>Tournaments of 3, uniform crossover of half of the children, a tenth of the parameters mutated by 0.1, one elite.</summary>
    public static EvolutionOptions Default { get; } = new();

    /// <summary>How parents are chosen.</summary>
    public Selection Selection
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Selection));
    }

    = Selection.Tournament(3);

    /// <summary>How a child is made of two parents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such way.</exception>
    public Crossover Crossover
    {
        get;
        init => field = Hyperparameter.Defined(value, nameof(Crossover));
    }

    = Crossover.Uniform;

    /// <summary>Which part of the children has two parents, 0 to 1; the others are copies of one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public double CrossoverRate
    {
        get;
        init => field = Hyperparameter.Between(value, 0, 1, nameof(CrossoverRate));
    }

    = 0.5;

    /// <summary>How far <see cref="Crossover.Blend"/> reaches past the parents, a finite number of 0 or more: 0 stays between them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public double BlendReach
    {
        get;
        init => field = Hyperparameter.NotNegative(value, nameof(BlendReach));
    }

    = 0.5;

    /// <summary>The probability that a parameter of a child is mutated, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public double MutationRate
    {
        get;
        init => field = Hyperparameter.Between(value, 0, 1, nameof(MutationRate));
    }

    = 0.1;

    /// <summary>The standard deviation of what is added to a parameter that is mutated, a finite number of 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public double MutationDeviation
    {
        get;
        init => field = Hyperparameter.NotNegative(value, nameof(MutationDeviation));
    }

    = 0.1;

    /// <summary>How many of the best agents go on as they are, bit for bit, 0 or more; all agents at the most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public int Elites
    {
        get;
        init => field = Hyperparameter.AtLeast(value, 0, nameof(Elites));
    }

    = 1;
}
