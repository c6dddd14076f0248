using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Data;
using Mlp.Searching.Grains;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Orleans;
using Orleans.Runtime;

namespace Mlp.Searching.Hosting;

/// <summary>A search as a host takes part in it: which of its networks are here, its data, and the trials that the host has.</summary>
/// <param name="name">The name of the search.</param>
/// <param name="grains">Finds it.</param>
/// <param name="host">This host.</param>
/// <param name="hasWorkers">Whether this host runs trials.</param>
internal sealed class HostedSearch(string name, IGrainFactory grains, SiloAddress host, bool hasWorkers)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(25);

    private readonly ConcurrentDictionary<int, RunningTrial> _running = new();
    private string?[]? _refusals;
    private TrialRunner? _runner;
    private long _idleUntil;
    private int _isPreparing;
    private volatile bool _isRunning = true;
    private volatile bool _isStopped;
    private volatile bool _isKilled;
    private volatile string? _identity;

    /// <summary>The name of the search.</summary>
    internal string Name => name;

    /// <summary>The search.</summary>
    internal ISearchGrain Grain { get; } = grains.GetGrain<ISearchGrain>(name);

    /// <summary>What is searched; none as long as it is not known.</summary>
    internal SearchDefinition? Definition { get; private set; }

    /// <summary>Runs its trials.</summary>
    internal TrialRunner Runner => _runner ?? throw new InvalidOperationException($"The search {name} has leased a trial before its data was here.");

    /// <summary>Which search of this name it is: <see cref="SearchDefinition.Identity"/>.</summary>
    internal string Identity => _identity ?? throw new InvalidOperationException($"The search {name} has leased a trial before it was known.");

    /// <summary>Whether it was removed: another one may have its name by now.</summary>
    internal bool IsRemoved { get; private set; }

    /// <summary>Whether it has trials that may be asked for.</summary>
    internal bool IsRunning => _isRunning;

    /// <summary>Whether this host has trials of it, or has outcomes that are on their way.</summary>
    internal bool IsBusy => !_running.IsEmpty;

    /// <summary>Makes ready to run trials: says what is not here, and fetches the data.</summary>
    internal async Task Prepare(DatasetCache data)
    {
        if (_runner is not null || Interlocked.Exchange(ref _isPreparing, 1) != 0)
        {
            return;
        }

        try
        {
            Definition ??= await Grain.GetDefinition();
            if (Definition is not { } definition)
            {
                return;
            }

            _identity ??= definition.Identity;
            string?[] refusals = [.. definition.Networks.Select(Refusal)];
            try
            {
                if (hasWorkers && refusals.Contains(null))
                {
                    _runner = new TrialRunner(definition, await data.Get(definition.Data.Hash));
                }
            }
            catch (Exception exception) when (exception is SearchException or ArgumentException)
            {
                refusals = [.. refusals.Select(refusal => refusal ?? exception.Message)];
            }

            _refusals = refusals;
        }
        finally
        {
            Volatile.Write(ref _isPreparing, 0);
        }
    }

    /// <summary>Tells the search what this host does, and hears what it should not do any more.</summary>
    internal async Task Report()
    {
        if (_refusals is null || IsRemoved)
        {
            return;
        }

        RunningTrial[] running = [.. _running.Values];
        HostReply reply = await Grain.Report(new HostReport(host, Identity, HostHardware.Name, [.. running.Select(static trial => trial.Spec)], _refusals, hasWorkers));
        _isRunning = reply.Phase == SearchPhase.Running;
        foreach (RunningTrial trial in running.Where(trial => reply.Lost.Contains(trial.Spec.Index)))
        {
            // Those that were asked about: of the same trial the next rung may have begun meanwhile.
            Abandon(trial, isLost: true);
        }

        if (reply.Phase == SearchPhase.None)
        {
            // What is here is of no use to a search that may have the name next.
            IsRemoved = true;
            Stop(isKilled: true);
        }
    }

    /// <summary>Asks for a trial. It waits for the answer.</summary>
    /// <returns>None where there is nothing to do now.</returns>
    internal (Lease Lease, RunningTrial Trial)? Take()
    {
        if (!_isRunning || _isStopped || _runner is null || Environment.TickCount64 < Volatile.Read(ref _idleUntil))
        {
            return null;
        }

        try
        {
            if (Grain.Lease(host).GetAwaiter().GetResult() is { } lease)
            {
                var trial = new RunningTrial(lease.Spec);
                if (_running.TryGetValue(lease.Spec.Index, out RunningTrial? before))
                {
                    // This host was given up, and gets what it had: once is enough.
                    Abandon(before, isLost: true);
                }

                _running[lease.Spec.Index] = trial;
                if (!_isRunning || _isStopped)
                {
                    // Whoever abandoned all trials may not have seen this one.
                    Abandon(trial, isLost: _isKilled);
                }

                return (lease, trial);
            }

            Wait(Idle);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Its host is lost, or the database. It will be found again.
            Wait(Idle * 10);
        }

        return null;
    }

    /// <summary>There may be trials again: an outcome has come in.</summary>
    internal void Wake() => Volatile.Write(ref _idleUntil, 0);

    /// <summary>A trial is not this host's any more.</summary>
    internal void Forget(RunningTrial trial)
    {
        _running.TryRemove(new(trial.Spec.Index, trial));
        trial.Dispose();
    }

    /// <summary>This host stops: all trials are to end, and none begins.</summary>
    /// <param name="isKilled">Whether they are not given back.</param>
    internal void Stop(bool isKilled)
    {
        _isKilled = isKilled;
        _isStopped = true;
        AbandonAll();
    }

    /// <summary>The search waits: all trials are to end.</summary>
    internal void AbandonAll()
    {
        _isRunning = false;
        foreach (RunningTrial trial in _running.Values)
        {
            Abandon(trial, isLost: _isKilled);
        }
    }

    private static string? Refusal(NetworkReference reference)
    {
        try
        {
            NetworkKind.Resolve(reference);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    private static void Abandon(RunningTrial trial, bool isLost)
    {
        try
        {
            trial.Abandon(isLost);
        }
        catch (ObjectDisposedException)
        {
            // It has ended in between.
        }
    }

    private void Wait(TimeSpan time) => Volatile.Write(ref _idleUntil, Environment.TickCount64 + (long)time.TotalMilliseconds);
}
