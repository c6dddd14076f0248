using Mlp.Initialization;

namespace Mlp.Evolution;

/// <summary>
/// The random numbers of one change of a population. None is drawn in turn: each follows from what it is for, so that it is the same whichever
/// thread asks, in whichever order, on every platform.
/// </summary>
/// <remarks>
/// With mix(x) = the finalizer of SplitMix64 [Steele, Lea and Flood 2014] of x + 0x9E3779B97F4A7C15, all in 64 bits: the key of a generation is
/// mix(mix(seed) ^ generation), that of a purpose mix(generation's key ^ purpose), that of an agent mix(purpose's key ^ agent), and the bits of a
/// parameter are mix(agent's key ^ parameter).
/// </remarks>
internal readonly struct EvolutionDraws
{
    private readonly ulong _generation;

    /// <summary>The numbers of a generation.</summary>
    /// <param name="seed">The population's seed.</param>
    /// <param name="generation">How many changes were before this one.</param>
    internal EvolutionDraws(ulong seed, long generation) => _generation = SplitMix64.Mix(SplitMix64.Mix(seed) ^ (ulong)generation);

    /// <summary>The numbers of an agent.</summary>
    /// <param name="purpose">What they are for.</param>
    /// <param name="agent">The agent.</param>
    internal AgentDraws Of(DrawPurpose purpose, int agent) => new(SplitMix64.Mix(SplitMix64.Mix(_generation ^ (ulong)purpose) ^ (uint)agent));
}
