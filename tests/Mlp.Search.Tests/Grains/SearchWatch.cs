using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Mlp.Searching.Hosting;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Remembers what the workers of a host did, and when.</summary>
internal sealed class SearchWatch : IWorkerWatch
{
    private readonly ConcurrentQueue<(int Index, int Rung, bool HasState, long Ticks)> _begun = [];
    private readonly ConcurrentQueue<(int Index, int Rung, long Ticks)> _completed = [];
    private int _epochs;
    private int _checkpoints;

    /// <summary>The trainings that have begun, in order.</summary>
    internal IEnumerable<(int Index, int Rung, bool HasState, long Ticks)> Begun => _begun;

    /// <summary>The trainings whose outcome is kept, in order.</summary>
    internal IEnumerable<(int Index, int Rung, long Ticks)> Completed => _completed;

    /// <summary>How many epochs were trained.</summary>
    internal int Epochs => Volatile.Read(ref _epochs);

    /// <summary>How often it was written where a trial stands.</summary>
    internal int Checkpoints => Volatile.Read(ref _checkpoints);

    /// <summary>Whether something has begun that is not kept yet.</summary>
    internal bool IsTraining => _begun.Count > _completed.Count;

    /// <summary>Is called before a trial is trained: it may throw.</summary>
    internal Action<TrialSpec> Before { get; init; } = static _ => { };

    /// <summary>How long a worker waits behind each epoch that is kept, as if the next one took longer.</summary>
    internal TimeSpan Pause { get; init; }

    public void Begin(string search, TrialSpec spec, TrialState? from)
    {
        _begun.Enqueue((spec.Index, spec.Rung, from is not null, Stopwatch.GetTimestamp()));
        Before(spec);
    }

    public void AfterEpoch(string search, TrialMoment moment) => Interlocked.Increment(ref _epochs);

    public void Kept(string search, TrialSpec spec)
    {
        Interlocked.Increment(ref _checkpoints);
        Thread.Sleep(Pause);
    }

    public void Complete(string search, TrialSpec spec) => _completed.Enqueue((spec.Index, spec.Rung, Stopwatch.GetTimestamp()));
}
