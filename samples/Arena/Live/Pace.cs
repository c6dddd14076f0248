using System;
using System.Diagnostics;

namespace Mlp.Samples;

/// <summary>What a simulation takes at the moment: the time of all brains in a step, and the steps of a second.</summary>
internal sealed class Pace
{
    private const int Remembered = WorldRules.StepsPerSecond;
    private const double Forgetting = 0.05;

    private readonly long[] _thinking = new long[Remembered];
    private long _thoughts;
    private double _steps;
    private double _seconds;

    /// <summary>
    /// The time of all brains in a step: the median of the last 60, which a step that another program interrupts does not change. Zero before the
    /// first step.
    /// </summary>
    public TimeSpan Thinking
    {
        get
        {
            Span<long> sorted = stackalloc long[Remembered];
            sorted = sorted[..(int)long.Min(_thoughts, Remembered)];
            _thinking.AsSpan(0, sorted.Length).CopyTo(sorted);
            sorted.Sort();
            return sorted.IsEmpty ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, sorted[sorted.Length / 2]);
        }
    }

    /// <summary>The steps of a second, as a mean that forgets.</summary>
    public double StepsPerSecond => _seconds > 0 ? _steps / _seconds : 0;

    /// <summary>Another step was made.</summary>
    /// <param name="ticks">The time of its brains, in ticks of <see cref="Stopwatch"/>.</param>
    public void Thought(long ticks) => _thinking[_thoughts++ % Remembered] = ticks;

    /// <summary>A frame has passed.</summary>
    /// <param name="steps">The steps that were made in it.</param>
    /// <param name="duration">How long it was.</param>
    public void Passed(int steps, TimeSpan duration)
    {
        _steps += Forgetting * (steps - _steps);
        _seconds += Forgetting * (duration.TotalSeconds - _seconds);
    }

    /// <summary>Other brains think from now on.</summary>
    public void Forget() => _thoughts = 0;
}
