using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlp.Initialization;

/// <summary>
/// Random numbers that are the same for the same seed, bit for bit, on every platform and vector width: xoshiro256**
/// [Blackman and Vigna 2021], seeded by SplitMix64.
/// </summary>
/// <remarks>
/// Only operations that IEEE 754 rounds correctly are used (+, −, ·, /, √), none fused and none from the C library.
/// A copy goes on independently from the same point. Not for secrets. A <see langword="default"/> one has seed 0.
/// </remarks>
public struct RandomGenerator
{
    private ulong _state0;
    private ulong _state1;
    private ulong _state2;
    private ulong _state3;
    private double _spareNormal;
    private bool _hasSpareNormal;

    /// <summary>A generator at the start of the seed's sequence.</summary>
    /// <param name="seed">Any number.</param>
    public RandomGenerator(ulong seed)
        : this(SplitMix64.Next(ref seed), SplitMix64.Next(ref seed), SplitMix64.Next(ref seed), SplitMix64.Next(ref seed))
    {
    }

    /// <summary>A generator with a given state, not all of it zero.</summary>
    internal RandomGenerator(ulong state0, ulong state1, ulong state2, ulong state3)
    {
        _state0 = state0;
        _state1 = state1;
        _state2 = state2;
        _state3 = state3;
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        if ((_state0 | _state1 | _state2 | _state3) == 0)
        {
            // The one state that the sequence neither reaches nor leaves: a default generator.
            this = new RandomGenerator(0);
        }

        ulong result = BitOperations.RotateLeft(_state1 * 5, 7) * 9;
        ulong shifted = _state1 << 17;
        _state2 ^= _state0;
        _state3 ^= _state1;
        _state1 ^= _state2;
        _state0 ^= _state3;
        _state2 ^= shifted;
        _state3 = BitOperations.RotateLeft(_state3, 45);
        return result;
    }

    /// <summary>A number uniform on [0, 1): a multiple of 2⁻²⁴.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>A number uniform on [−limit, limit], never outside.</summary>
    /// <param name="limit">Finite, 0 or more.</param>
    // Rounded once from double: the product is at most limit, and so is the nearest float.
    public float NextUniform(float limit) => (float)(NextSigned() * limit);

    /// <summary>A number from the normal distribution with mean 0 and variance 1, always finite.</summary>
    /// <remarks>
    /// Marsaglia's polar method: for a point (u, v) uniform in the unit disc and s = u² + v², both u · √(−2 ln s / s) and
    /// v · √(−2 ln s / s) are normal, and independent. The second is kept for the next call.
    /// </remarks>
    public double NextNormal()
    {
        if (_hasSpareNormal)
        {
            _hasSpareNormal = false;
            return _spareNormal;
        }

        double u;
        double v;
        double square;
        do
        {
            u = NextSigned();
            v = NextSigned();
            square = (u * u) + (v * v);
        }
        while (square is >= 1 or 0);

        double scale = Math.Sqrt(-2 * PortableLogarithm.Of(square) / square);
        _spareNormal = v * scale;
        _hasSpareNormal = true;
        return u * scale;
    }

    /// <summary>A number uniform on [−1, 1): a multiple of 2⁻⁵².</summary>
    private double NextSigned() => ((long)NextUInt64() >> 11) * (1.0 / (1L << 52));
}
