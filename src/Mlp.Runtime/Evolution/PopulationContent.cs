namespace Mlp.Evolution;

/// <summary>What a file has of a population.</summary>
/// <param name="Agents">The number of agents.</param>
/// <param name="Seed">What random numbers follow from.</param>
/// <param name="Generation">How often the agents were changed at random.</param>
/// <param name="Matrix">The parameters, an agent a row.</param>
internal sealed record PopulationContent(int Agents, ulong Seed, long Generation, float[] Matrix);
