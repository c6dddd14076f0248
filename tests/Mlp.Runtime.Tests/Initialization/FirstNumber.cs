using Mlp.Initialization;
using Shouldly;

namespace Mlp.Runtime.Tests.Initialization;

/// <summary>Makes generators whose first number is known, to reach the ends of ranges that a seed hardly ever reaches.</summary>
internal static class FirstNumber
{
    /// <summary>A generator that gives <paramref name="number"/> first.</summary>
    internal static RandomGenerator Is(ulong number)
    {
        // The first number of a state is rotl(5 · state1, 7) · 9.
        ulong state1 = ulong.RotateRight(number * Inverse(9), 7) * Inverse(5);
        var generator = new RandomGenerator(1, state1, 3, 4);
        RandomGenerator copy = generator;
        copy.NextUInt64().ShouldBe(number);
        return generator;
    }

    // Newton's iteration modulo 2⁶⁴ doubles the right bits each time.
    private static ulong Inverse(ulong odd)
    {
        ulong inverse = odd;
        for (int iteration = 0; iteration < 6; iteration++)
        {
            inverse *= 2 - (odd * inverse);
        }

        return inverse;
    }
}
