using System;
using System.Collections.Concurrent;
using Mlp.Searching.Hosting;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Remembers what the workers of a host did.</summary>
internal sealed class SearchWatch : IWorkerWatch
{
    internal ConcurrentQueue<(int Index, int Rung, bool HasState)> Begun { get; } = [];

    internal ConcurrentQueue<(int Index, int Rung)> Completed { get; } = [];

    internal int Epochs => _epochs;

    /// <summary>Is called before a trial is trained: it may throw.</summary>
    internal Action<TrialSpec> Before { get; init; } = static _ => { };

    private int _epochs;

    public void Begin(string search, TrialSpec spec, TrialState? from)
    {
        Begun.Enqueue((spec.Index, spec.Rung, from is not null));
        Before(spec);
    }

    public void AfterEpoch(string search, TrialMoment moment) => System.Threading.Interlocked.Increment(ref _epochs);

    public void Kept(string search, TrialSpec spec)
    {
    }

    public void Complete(string search, TrialSpec spec) => Completed.Enqueue((spec.Index, spec.Rung));
}
