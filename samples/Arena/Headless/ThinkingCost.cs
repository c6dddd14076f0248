using System;
using System.Diagnostics;

namespace Mlp.Samples;

/// <summary>The time that all brains of a world take in a step.</summary>
/// <param name="Creatures">How many brains they are.</param>
/// <param name="Thinking">The median of some steps.</param>
/// <param name="Step">The median of the whole steps: senses, brains, bodies.</param>
internal sealed record ThinkingCost(int Creatures, TimeSpan Thinking, TimeSpan Step)
{
    /// <summary>The number of brains that are spoken of.</summary>
    public const int UsualCreatures = 1_000;

    private const int WarmUp = 300;
    private const int Measured = 501;

    private static TimeSpan Frame { get; } = TimeSpan.FromSeconds(1.0 / WorldRules.StepsPerSecond);

    /// <summary>Measures a world of its own.</summary>
    public static ThinkingCost Measure(int creatures)
    {
        using var colony = new Colony(creatures, seed: 1);
        long[] thinking = new long[Measured];
        long[] steps = new long[Measured];
        for (int step = -WarmUp; step < Measured; step++)
        {
            long beginning = Stopwatch.GetTimestamp();
            colony.Advance();
            if (step >= 0)
            {
                (thinking[step], steps[step]) = (colony.ThinkingTicks, Stopwatch.GetTimestamp() - beginning);
            }
        }

        return new ThinkingCost(creatures, Median(thinking), Median(steps));
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Creatures} brains think in {Thinking.TotalMicroseconds:F0} µs, {Thinking.TotalNanoseconds / Creatures:F0} ns each: {Thinking / Frame:P1} of a frame at {WorldRules.StepsPerSecond} a second\nsenses, brains and bodies take {Step.TotalMicroseconds:F0} µs a step");

    private static TimeSpan Median(long[] ticks)
    {
        Array.Sort(ticks);
        return Stopwatch.GetElapsedTime(0, ticks[ticks.Length / 2]);
    }
}
