using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Data;
using Mlp.Searching.Grains;
using Orleans;
using Orleans.Runtime;

namespace Mlp.Searching.Hosting;

/// <summary>
/// The workers of a host: threads of their own, never those of the silo, that ask searches for trials and run them. Beside them a task says every second that
/// the host lives, and looks for searches. They begin when the silo is a member of its cluster, and end before it leaves.
/// </summary>
internal sealed class WorkerPool : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(20);

    // One search, or the board, that is out of reach must not keep others from hearing that this host lives.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(3);

    private readonly IGrainFactory _grains;
    private readonly DatasetCache _data;
    private readonly SiloAddress _host;
    private readonly SearchTimes _times;
    private readonly TrialWork _work;
    private readonly Thread[] _threads;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, HostedSearch> _searches = new();
    private readonly SemaphoreSlim _wake = new(0);
    private Task _beating = Task.CompletedTask;

    /// <summary>The workers of a silo.</summary>
    public WorkerPool(IGrainFactory grains, DatasetCache data, ILocalSiloDetails silo, HostSettings settings)
    {
        (_grains, _data, _host, _times) = (grains, data, silo.SiloAddress, settings.Times);
        _work = new TrialWork(grains, _host, settings, Wake);
        _threads = [.. Enumerable.Range(1, settings.Workers).Select(number => new Thread(Work)
        {
            IsBackground = true,
            Name = FormattableString.Invariant($"Mlp.Search worker {number}"),
        })];
    }

    /// <summary>How many of its threads live.</summary>
    internal int Threads => _threads.Count(static thread => thread.IsAlive);

    /// <summary>Ends with the cause when what trials gave cannot be kept.</summary>
    internal Task<SearchException> Broken => _work.Broken;

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(WorkerPool), ServiceLifecycleStage.Last, Start, Stop);

    /// <summary>Takes part in a search from now on, without waiting until it is found.</summary>
    internal async Task Join(string name)
    {
        HostedSearch search = Find(name);
        await search.Prepare(_data);
        await search.Report();
        Wake();
    }

    /// <summary>Ends the trials of a search that was paused, and waits until they are given back.</summary>
    internal async Task Leave(string name)
    {
        if (_searches.TryGetValue(name, out HostedSearch? search))
        {
            search.AbandonAll();
            while (search.IsBusy && !_stop.IsCancellationRequested)
            {
                await Task.Delay(5);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _wake.Dispose();
        _work.Dispose();
    }

    private Task Start(CancellationToken cancellation)
    {
        foreach (Thread thread in _threads)
        {
            thread.Start();
        }

        _beating = Task.Run(Beat, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task Stop(CancellationToken cancellation)
    {
        // A silo that is killed says nothing any more: its trials are not given back, and what is on its way is given up.
        bool isKilled = cancellation.IsCancellationRequested;
        await _stop.CancelAsync();
        foreach (HostedSearch search in _searches.Values)
        {
            search.Stop(isKilled);
        }

        _work.Hurry(isKilled);
        Wake();
        await Task.Run(() => Array.ForEach(_threads, WaitFor), CancellationToken.None);
        await _work.Finish();
        await _beating;
    }

    private static void WaitFor(Thread thread)
    {
        // Where there was no room for all of them, the last ones have not begun.
        if (!thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            thread.Join();
        }
    }

    private HostedSearch Find(string name) => _searches.GetOrAdd(name, key => new HostedSearch(key, _grains, _host, _threads.Length > 0));

    private void Wake()
    {
        foreach (HostedSearch search in _searches.Values)
        {
            search.Wake();
        }

        if (_wake.CurrentCount < _threads.Length)
        {
            _wake.Release(_threads.Length);
        }
    }

    private void Work()
    {
        int turn = 0;
        while (!_stop.IsCancellationRequested)
        {
            HostedSearch[] searches = [.. _searches.Values];
            bool hasWorked = false;
            for (int place = 0; place < searches.Length && !hasWorked; place++)
            {
                // Searches take turns.
                HostedSearch search = searches[(turn + place) % searches.Length];
                if (search.Take() is var (lease, trial))
                {
                    turn += place + 1;
                    hasWorked = true;
                    _work.Run(search, lease, trial);
                }
            }

            if (!hasWorked)
            {
                _wake.Wait(Nap);
            }
        }
    }

    private async Task Beat()
    {
        using var timer = new PeriodicTimer(_times.Heartbeat);
        do
        {
            try
            {
                await Look().WaitAsync(LongestCall);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The board's host is lost, or the database: the next beat tries again. Searches that are known are told all the same.
            }

            await Task.WhenAll(_searches.Values.Select(Report));
        }
        while (await Tick(timer));
    }

    private async Task<bool> Tick(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Look()
    {
        HashSet<string> names = [.. await _grains.GetGrain<ISearchBoardGrain>(0).Names().WaitAsync(_stop.Token)];
        foreach (HostedSearch search in _searches.Values.Where(search => (search.IsRemoved || !names.Contains(search.Name)) && !search.IsBusy && !search.IsRunning))
        {
            _searches.TryRemove(new(search.Name, search));
        }

        foreach (string name in names)
        {
            Find(name);
        }

        _data.Trim(_searches.Values.Select(static search => search.Definition?.Data.Hash).OfType<string>().ToHashSet());
    }

    private async Task Report(HostedSearch search)
    {
        try
        {
            await search.Prepare(_data).WaitAsync(LongestCall, _stop.Token);
            await search.Report().WaitAsync(LongestCall, _stop.Token);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The search's host is lost, or the database: the next beat tries again.
        }
    }
}
