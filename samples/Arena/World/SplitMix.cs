namespace Mlp.Samples;

/// <summary>SplitMix64: random numbers whose whole state is one number, the same on every machine.</summary>
internal struct SplitMix(ulong state)
{
    private ulong _state = state;

    /// <summary>A stream of a seed and a number, such as a generation.</summary>
    public static SplitMix Of(ulong seed, ulong number)
    {
        var seeds = new SplitMix(seed);
        return new SplitMix(seeds.Next() ^ number);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong bits = _state += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number of [0, 1).</summary>
    public float NextUnit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>A direction, as a unit vector.</summary>
    public (float X, float Y) NextDirection()
    {
        // From a disc, without a sine: square roots are the same on every machine.
        while (true)
        {
            float x = (NextUnit() * 2) - 1;
            float y = (NextUnit() * 2) - 1;
            float square = (x * x) + (y * y);
            if (square is > 0.01f and <= 1)
            {
                float length = float.Sqrt(square);
                return (x / length, y / length);
            }
        }
    }
}
