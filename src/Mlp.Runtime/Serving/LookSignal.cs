using System;
using System.Threading;

namespace Mlp.Serving;

/// <summary>What one thread waits on between two looks: time, events, and the end.</summary>
/// <remarks>That thread alone waits and disposes; anybody may wake and stop it.</remarks>
internal sealed class LookSignal(TimeProvider timeProvider) : IDisposable
{
    private readonly object _gate = new();

    // Made by the waiting thread: a timer keeps the context of its maker alive.
    private ITimer? _timer;
    private bool _timeIsUp;
    private bool _awake;
    private bool _named;
    private bool _stopped;

    internal bool Stopped
    {
        get
        {
            lock (_gate)
            {
                return _stopped;
            }
        }
    }

    /// <summary>Something happened in the directory.</summary>
    /// <param name="named">Whether to the file itself, so that it may have changed even where it looks the same.</param>
    internal void Wake(bool named)
    {
        lock (_gate)
        {
            _awake = true;
            _named |= named;
            Monitor.PulseAll(_gate);
        }
    }

    internal void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Forgets what happened so far, before a look that will see it.</summary>
    /// <returns>Whether the file was named.</returns>
    internal bool Take()
    {
        lock (_gate)
        {
            bool named = _named;
            _named = false;
            _awake = false;
            return named;
        }
    }

    /// <summary>Returns when it is time for the next look, or the end.</summary>
    internal void Wait(LookPause pause)
    {
        WaitFor(pause.Least, orEvent: false);
        if (pause.Most > pause.Least)
        {
            WaitFor(pause.Most - pause.Least, orEvent: true);
        }
    }

    /// <summary>Ends the timer. Events may still come and do nothing.</summary>
    public void Dispose() => _timer?.Dispose();

    private void WaitFor(TimeSpan time, bool orEvent)
    {
        lock (_gate)
        {
            if (_stopped || (orEvent && _awake))
            {
                return;
            }

            // A timer of the wait before may ring late and end this one early: whoever counts on time looks at a clock.
            _timeIsUp = false;
            _timer ??= timeProvider.CreateTimer(static signal => ((LookSignal)signal!).TimeIsUp(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(time, Timeout.InfiniteTimeSpan);
            while (!_stopped && !_timeIsUp && !(orEvent && _awake))
            {
                Monitor.Wait(_gate);
            }

            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void TimeIsUp()
    {
        lock (_gate)
        {
            _timeIsUp = true;
            Monitor.PulseAll(_gate);
        }
    }
}
