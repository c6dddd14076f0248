using System;

namespace Mlp.Searching.Space;

/// <summary>
/// Random numbers that are known by what they are for, and never drawn in turn: the same whichever host asks, in whichever order, on every platform.
/// </summary>
/// <remarks>
/// With mix(x) = the finalizer of SplitMix64 [Steele, Lea and Flood 2014] of x + 0x9E3779B97F4A7C15, all in 64 bits: the bits of the i-th number for a purpose
/// are mix(mix(mix(seed) ^ purpose) ^ i).
/// </remarks>
internal static class CounterDraws
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const double Unit53 = 1.0 / (1L << 53);

    /// <summary>64 random bits.</summary>
    /// <param name="seed">What all numbers follow from.</param>
    /// <param name="purpose">What they are for.</param>
    /// <param name="index">Which ones.</param>
    internal static ulong Bits(ulong seed, ulong purpose, ulong index) => Mix(Mix(Mix(seed) ^ purpose) ^ index);

    /// <summary>A number uniform on [0, 1): a multiple of 2⁻⁵³.</summary>
    /// <param name="bits">64 random bits.</param>
    internal static double Uniform(ulong bits) => (bits >> 11) * Unit53;

    /// <summary>A whole number from 0 on. No number is more than count · 2⁻⁶⁴ too likely.</summary>
    /// <param name="bits">64 random bits.</param>
    /// <param name="count">What it is below, 1 or more.</param>
    internal static long Below(ulong bits, long count) => (long)Math.BigMul(bits, (ulong)count, out _);

    /// <summary>The number that follows from one counter.</summary>
    internal static ulong Mix(ulong counter)
    {
        ulong bits = counter + Increment;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
