using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>Time that passes only when it is told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int _armings;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Advance(TimeSpan time)
    {
        ManualTimer[] due;
        lock (_gate)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (ManualTimer timer in due)
        {
            timer.Ring();
        }
    }

    /// <summary>Waits until somebody waits, and lets the time pass that it takes.</summary>
    /// <returns>That time.</returns>
    internal TimeSpan AdvanceToNextTimer()
    {
        TimeSpan time = AwaitTimer();
        Advance(time);
        return time;
    }

    /// <summary>Waits until somebody waits.</summary>
    /// <returns>For how long.</returns>
    internal TimeSpan AwaitTimer()
    {
        lock (_gate)
        {
            while (_timers.Count == 0)
            {
                if (!Monitor.Wait(_gate, Generous))
                {
                    throw new TimeoutException("nobody waits");
                }
            }

            return _timers.Min(timer => timer.DueAt) - _now;
        }
    }

    /// <summary>How often a timer was set so far.</summary>
    internal int Armings => Volatile.Read(ref _armings);

    /// <summary>A timer that rings once.</summary>
    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        internal DateTimeOffset DueAt { get; private set; }

        internal void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    DueAt = time._now + dueTime;
                    time._timers.Add(this);
                    time._armings++;
                    Monitor.PulseAll(time._gate);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public System.Threading.Tasks.ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
