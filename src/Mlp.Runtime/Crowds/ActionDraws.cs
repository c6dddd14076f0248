using Mlp.Initialization;

namespace Mlp.Crowds;

/// <summary>
/// The random numbers of one agent in one step: each follows from what it is for alone, so neither the order of agents nor threads show.
/// </summary>
/// <remarks>
/// With mix(x) = the finalizer of SplitMix64 [Steele, Lea and Flood 2014] of x + 0x9E3779B97F4A7C15, all in 64 bits: the key of a step is
/// mix(mix(seed) ^ step), that of an agent mix(step's key ^ agent), and the bits of an output are mix(agent's key ^ output).
/// </remarks>
internal readonly struct ActionDraws
{
    private const double Unit52 = 1.0 / (1L << 52);

    private readonly ulong _key;

    internal ActionDraws(ulong seed, long step, int agent) =>
        _key = SplitMix64.Mix(SplitMix64.Mix(SplitMix64.Mix(seed) ^ (ulong)step) ^ (uint)agent);

    /// <summary>A number of the standard Gumbel distribution, -ln(-ln u).</summary>
    /// <param name="output">Which one.</param>
    internal double Gumbel(int output)
    {
        // u is above 0 and below 1, so that both logarithms are finite.
        double u = ((SplitMix64.Mix(_key ^ (uint)output) >> 12) + 0.5) * Unit52;
        return -PortableLogarithm.Of(-PortableLogarithm.Of(u));
    }
}
