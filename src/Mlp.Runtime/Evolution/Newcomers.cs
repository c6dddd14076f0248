namespace Mlp.Evolution;

/// <summary>What the agents are that a population has more than the one that it was made of.</summary>
public enum Newcomers
{
    /// <summary>Copies of the agents that were kept, one after another, and again from the first one on.</summary>
    Copies,

    /// <summary>
    /// Agents as networks begin: <see cref="INetwork{TSelf}.Initialize"/> with a seed that follows from the population's seed, its generation and the
    /// agent's number.
    /// </summary>
    Initialized,
}
