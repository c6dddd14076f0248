using System;
using System.Diagnostics;

namespace Mlp.Samples;

/// <summary>Means that forget, of what a simulation takes: the time of all brains in a step, and the steps of a second.</summary>
internal sealed class Pace
{
    private const double Forgetting = 0.05;

    private double _thinking;
    private double _steps;
    private double _seconds;

    /// <summary>The time of all brains in a step; zero before the first one.</summary>
    public TimeSpan Thinking => TimeSpan.FromSeconds(_thinking / Stopwatch.Frequency);

    /// <summary>The steps of a second.</summary>
    public double StepsPerSecond => _seconds > 0 ? _steps / _seconds : 0;

    /// <summary>Another step was made.</summary>
    /// <param name="ticks">The time of its brains, in ticks of <see cref="Stopwatch"/>.</param>
    public void Thought(long ticks) => _thinking = _thinking == 0 ? ticks : _thinking + (Forgetting * (ticks - _thinking));

    /// <summary>A frame has passed.</summary>
    /// <param name="steps">The steps that were made in it.</param>
    /// <param name="duration">How long it was.</param>
    public void Passed(int steps, TimeSpan duration)
    {
        _steps += Forgetting * (steps - _steps);
        _seconds += Forgetting * (duration.TotalSeconds - _seconds);
    }

    /// <summary>Other brains think from now on.</summary>
    public void Forget() => _thinking = 0;
}
