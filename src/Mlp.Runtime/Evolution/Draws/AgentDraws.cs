using System;
using System.Runtime.CompilerServices;
using Mlp.Initialization;

namespace Mlp.Evolution;

/// <summary>The random numbers of one agent for one purpose, each known by its index.</summary>
/// <param name="key">What they follow from.</param>
internal readonly struct AgentDraws(ulong key)
{
    private const double Unit53 = 1.0 / (1L << 53);
    private const double Unit52 = 1.0 / (1L << 52);

    /// <summary>64 random bits.</summary>
    /// <param name="index">Which ones.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Bits(int index) => SplitMix64.Mix(key ^ (uint)index);

    /// <summary>A number uniform on [0, 1): a multiple of 2⁻⁵³.</summary>
    /// <param name="index">Which one.</param>
    internal double Uniform(int index) => (Bits(index) >> 11) * Unit53;

    /// <summary>Whether something happens.</summary>
    /// <param name="index">Which number decides.</param>
    /// <param name="threshold">That of its probability.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Happens(int index, ulong threshold) => Bits(index) >> 11 < threshold;

    /// <summary>What the upper 53 bits of something that happens are below. It happens never at probability 0, always at 1.</summary>
    /// <param name="probability">0 to 1.</param>
    internal static ulong Threshold(double probability) => (ulong)Math.Ceiling(probability * (1L << 53));

    /// <summary>Heads or tails.</summary>
    /// <param name="index">Which number decides.</param>
    internal bool IsHeads(int index) => (long)Bits(index) < 0;

    /// <summary>A whole number from 0 on. No number is more than count · 2⁻⁶⁴ too likely.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="count">What it is below, 1 or more.</param>
    internal int Below(int index, int count) => (int)Math.BigMul(Bits(index), (ulong)count, out _);

    /// <summary>A number from the normal distribution with mean 0 and variance 1, within ±8.3.</summary>
    /// <param name="index">Which one.</param>
    internal double Normal(int index) => NormalQuantile.Of(((Bits(index) >> 12) + 0.5) * Unit52);
}
