namespace Mlp.Initialization;

/// <summary>Spreads one seed over a larger state [Steele, Lea and Flood 2014]: neighbouring seeds give unrelated numbers.</summary>
internal static class SplitMix64
{
    // 2⁶⁴ divided by the golden ratio: odd, so that the counter visits every number.
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>The next number of the sequence.</summary>
    /// <param name="counter">The seed at first; moved on by each call.</param>
    internal static ulong Next(ref ulong counter)
    {
        ulong bits = Mix(counter);
        counter += Increment;
        return bits;
    }

    /// <summary>The number that follows from one counter: 64 bits that depend on all of its bits.</summary>
    /// <param name="counter">The counter before it is moved on.</param>
    internal static ulong Mix(ulong counter)
    {
        ulong bits = counter + Increment;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
