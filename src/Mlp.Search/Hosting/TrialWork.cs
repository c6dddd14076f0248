using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Metrics;
using Mlp.Searching.Trials;
using Orleans;
using Orleans.Runtime;

namespace Mlp.Searching.Hosting;

/// <summary>
/// What a worker does with a trial: looks up where it stands, trains it, keeps where it stands after epochs, and hands its outcome in. The worker waits for
/// what it keeps, so that there is never more than an epoch that is not kept; an outcome is on its way while the next trial begins.
/// </summary>
/// <param name="grains">Finds trials.</param>
/// <param name="host">This host.</param>
/// <param name="settings">How the host was started.</param>
/// <param name="wake">Is called when an outcome has come in.</param>
internal sealed class TrialWork(IGrainFactory grains, SiloAddress host, HostSettings settings, Action wake) : IDisposable
{
    private const int MostOnTheWay = 4;
    private static readonly TimeSpan LastTry = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Task, bool> _onTheWay = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly TaskCompletionSource<SearchException> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Patience _patience = new(settings.ConnectionString is null ? settings.Times.Unwritable : TimeSpan.MaxValue);

    /// <summary>Ends with the cause when what a trial gave, or where it stands, cannot be kept.</summary>
    internal Task<SearchException> Broken => _broken.Task;

    /// <summary>Runs a trial to the end of its rung.</summary>
    internal void Run(HostedSearch search, Lease lease, RunningTrial trial)
    {
        TrialSpec spec = lease.Spec;
        ITrialGrain store = grains.GetGrain<ITrialGrain>(TrialKey.Of(search.Name, search.Identity, spec.Index));
        bool hasState = false;
        try
        {
            TrialState? from = lease.HasState ? Wait(_patience.Call(store.Load, trial.Cancellation)) : null;
            hasState = from is not null;
            settings.Watch?.Begin(search.Name, spec, from);
            long kept = Stopwatch.GetTimestamp();
            TrialOutcome outcome = search.Runner.Run(spec, from, AfterEpoch, trial.Cancellation);
            if (outcome.State is { } state)
            {
                Keep(store, state, trial);
                hasState = true;
            }

            HandIn(search, trial, outcome with { State = null }, hasState);

            void AfterEpoch(TrialMoment moment)
            {
                settings.Watch?.AfterEpoch(search.Name, moment);
                if (settings.Outlives && Stopwatch.GetElapsedTime(kept) >= lease.CheckpointInterval)
                {
                    TrialState now = moment.Capture();
                    Keep(store, now, trial);
                    SearchMetrics.WroteCheckpoint(now.Length);
                    settings.Watch?.Kept(search.Name, spec);
                    hasState = true;
                    kept = Stopwatch.GetTimestamp();
                }
            }
        }
        catch (OperationCanceledException) when (trial.Cancellation.IsCancellationRequested)
        {
            Send(search, trial, trial.IsLost ? null : () => search.Grain.Return(search.Identity, host, spec.Index));
        }
        catch (Exception exception)
        {
            string message = exception.Message;
            Send(search, trial, () => search.Grain.Fail(search.Identity, host, spec.Index, message));
        }
    }

    /// <summary>What is on its way is given up, if it does not arrive soon.</summary>
    /// <param name="isKilled">Whether it is given up at once.</param>
    internal void Hurry(bool isKilled) => _giveUp.CancelAfter(isKilled ? TimeSpan.Zero : LastTry);

    /// <summary>Ends when everything that is on its way has arrived, or has been given up.</summary>
    internal Task Finish() => Task.WhenAll(_onTheWay.Keys);

    /// <inheritdoc/>
    public void Dispose() => _giveUp.Dispose();

    private static TResult Wait<TResult>(Task<TResult> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private void Keep(ITrialGrain store, TrialState state, RunningTrial trial)
    {
        try
        {
            Wait(_patience.Call(() => store.Save(state), trial.Cancellation));
        }
        catch (SearchException exception)
        {
            // No other trial could be kept either.
            _broken.TrySetResult(exception);
            throw;
        }
    }

    private void HandIn(HostedSearch search, RunningTrial trial, TrialOutcome outcome, bool hasState)
    {
        Send(search, trial, () => search.Grain.Complete(search.Identity, outcome, hasState), () => settings.Watch?.Complete(search.Name, trial.Spec));
        if (_onTheWay.Count > MostOnTheWay * Math.Max(1, settings.Workers))
        {
            // What is not kept must not pile up.
            Task.WaitAny([.. _onTheWay.Keys]);
        }
    }

    private void Send(HostedSearch search, RunningTrial trial, Func<Task>? call, Action? arrived = null)
    {
        if (call is null)
        {
            search.Forget(trial);
            return;
        }

        Task sending = Task.Run(async () =>
        {
            try
            {
                await _patience.Call(call, _giveUp.Token);
                arrived?.Invoke();
            }
            catch (OperationCanceledException)
            {
                // The host stops, and the search is out of reach: it will give the trial to another one.
            }
            catch (SearchException exception)
            {
                _broken.TrySetResult(exception);
            }

            search.Forget(trial);
            wake();
        });
        _onTheWay[sending] = true;
        sending.ContinueWith(done => _onTheWay.TryRemove(done, out _), TaskScheduler.Default);
    }
}
