using System;
using System.Diagnostics;

namespace Mlp.Samples;

/// <summary>When frames are due. What could not be done in time is not made up for.</summary>
internal sealed class FrameClock
{
    private readonly long _period;
    private long _last = Stopwatch.GetTimestamp();
    private long _due;

    public FrameClock(TimeSpan frame)
    {
        _period = (long)(frame.TotalSeconds * Stopwatch.Frequency);
        _due = _last + _period;
    }

    /// <summary>The time up to the next frame; negative where it is late.</summary>
    public TimeSpan Left => Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _due);

    /// <summary>The next frame begins.</summary>
    /// <returns>How long the last one was.</returns>
    public TimeSpan Next()
    {
        long now = Stopwatch.GetTimestamp();
        TimeSpan passed = Stopwatch.GetElapsedTime(_last, now);
        _last = now;
        _due += _period;
        _due = _due < now ? now + _period : _due;
        return passed;
    }
}
