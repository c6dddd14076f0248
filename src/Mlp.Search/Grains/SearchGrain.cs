using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Metrics;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Storage;
using Mlp.Searching.Trials;
using Orleans;
using Orleans.Concurrency;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>
/// A search: its queue in memory, its outcomes in the storage. Where its host dies, it comes up on another one, reads the outcomes, and hears from the hosts
/// what they run. Calls come in between each other wherever it waits; the queue is only changed between such places.
/// </summary>
[Reentrant]
[PreferLocalPlacement]
internal sealed partial class SearchGrain : RowGrain, ISearchGrain
{
    private const string Name = RowNames.Search;
    private const int MostFailures = 3;
    private const int MostOutcomes = 512;

    private readonly OutcomeLog _log;
    private readonly SearchTimes _times;
    private readonly ISiloStatusOracle _silos;
    private readonly Dictionary<int, int> _failures = [];

    // Trials of which a state or weights may be kept.
    private readonly HashSet<int> _begun = [];
    private readonly HashSet<int> _withWeights = [];
    private readonly HashSet<string> _refusals = [];
    private GrainRow<SearchRecord> _record = new();
    private Task _writing = Task.CompletedTask;
    private Task _clearing = Task.CompletedTask;
    private Task? _finishing;
    private TrialQueue? _queue;
    private LeaseTable? _leases;
    private string? _identity;

    // When it came up with trials that hosts may be running; none where it knows what they run.
    private long? _restored;

    /// <summary>A search by its name.</summary>
    public SearchGrain([FromKeyedServices(GrainRows.StorageName)] IGrainStorage storage, IGrainContext context, SearchTimes times, ISiloStatusOracle silos)
        : base(storage, context)
    {
        _log = new OutcomeLog(Rows);
        (_times, _silos) = (times, silos);
    }

    private SearchRecord Record => _record.State;

    private static long Now => Environment.TickCount64;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _record = await Rows.Read<SearchRecord>(Name);
        if (Record.Definition is { } definition)
        {
            await _log.Read();
            Restore(TrialQueue.Restore(definition, _log.Since(0, int.MaxValue)));
            _restored = Now;
        }

        this.RegisterGrainTimer(Look, new GrainTimerCreationOptions(_times.Heartbeat / 2, _times.Heartbeat / 2) { Interleave = true });
    }

    /// <inheritdoc/>
    public async Task<string[]> Compare(SearchDefinition definition)
    {
        if (Record.Definition is not { } known)
        {
            return [];
        }

        await RequireCurrent();
        return known.Equals(definition) ? [] : [.. DefinitionText.Differences(known, definition)];
    }

    /// <inheritdoc/>
    public async Task<string[]> Start(SearchDefinition definition, TimeSpan checkpointInterval)
    {
        if (Record.Definition is not null)
        {
            string[] differences = await Compare(definition);
            if (differences.Length > 0 || Record.Phase is SearchPhase.Finished)
            {
                return differences;
            }
        }
        else
        {
            Record.Definition = definition;
            Restore(new TrialQueue(definition));
        }

        _failures.Clear();
        (Record.Phase, Record.Failure, Record.CheckpointInterval) = (SearchPhase.Running, null, checkpointInterval);
        await WriteRecord();
        if (_queue!.IsFinished)
        {
            await Finish();
        }
        else
        {
            await Board.Add(this.GetPrimaryKeyString());
        }

        return [];
    }

    /// <inheritdoc/>
    public async Task Pause(string identity)
    {
        if (Record.Phase == SearchPhase.Running && identity == _identity)
        {
            Record.Phase = SearchPhase.Paused;
            _leases!.LoseAll();
            await WriteRecord();
            await Board.Remove(this.GetPrimaryKeyString());
        }
    }

    /// <inheritdoc/>
    public Task<SearchDefinition?> GetDefinition() => Task.FromResult(Record.Definition);

    /// <inheritdoc/>
    public Task<SearchStatus> GetStatus(int known) => Task.FromResult(new SearchStatus
    {
        Phase = Record.Phase,
        Failure = Record.Failure,
        Outcomes = _log.Since(known, MostOutcomes),
        Running = _leases?.Running ?? 0,
        Hosts = _leases?.Hosts.Values.Count(static host => host.HasWorkers) ?? 0,
        Hardware = Record.Hardware,
        Refusals = [.. _refusals],
    });

    /// <inheritdoc/>
    public async Task<byte[]?> GetWeights(int index) => (await Rows.Read<KeptWeights>(WeightsOf(index))).State.File;

    /// <inheritdoc/>
    public Task<HostReply> Report(HostReport report)
    {
        if (_leases is null || report.Identity != _identity || Record.Phase != SearchPhase.Running)
        {
            return Task.FromResult(new HostReply(report.Identity == _identity ? Record.Phase : SearchPhase.None, [.. report.Running.Select(static spec => spec.Index)]));
        }

        foreach (string refusal in report.Refusals.OfType<string>())
        {
            _refusals.Add($"{report.Host.Endpoint}: {refusal}");
        }

        return Task.FromResult(new HostReply(Record.Phase, _leases.Hear(report, Now)));
    }

    /// <inheritdoc/>
    public async Task<Lease?> Lease(SiloAddress host)
    {
        if (Record.Phase != SearchPhase.Running || !IsSettled() || _leases!.Lease(host, Now) is not { } spec)
        {
            return null;
        }

        string hardware = _leases.Hosts[host].Hardware;
        if (!Record.Hardware.Contains(hardware))
        {
            Record.Hardware = [.. Record.Hardware, hardware];
            await WriteRecord();
        }

        if (spec.Rung > 0)
        {
            // A trial of a higher rung must not begin before the outcomes that it follows from are kept.
            await _log.Flush();
        }

        return new Lease(spec, !_begun.Add(spec.Index), Record.CheckpointInterval);
    }

    /// <inheritdoc/>
    public async Task Complete(string identity, TrialOutcome outcome, bool hasState)
    {
        if (_queue is null || identity != _identity || outcome.Rung > _queue.Rung)
        {
            // Of a search that is not kept any more.
            return;
        }

        int halvedBefore = _queue.Halved;
        Completion completion = _queue.Complete(outcome);
        _leases!.Complete(outcome.Index);

        // Here, and not behind a write: other outcomes come in meanwhile.
        SearchMetrics.Halved(_queue.Halved - halvedBefore);
        if (!completion.IsAccepted)
        {
            await Guarded(_log.Flush);
            return;
        }

        if (hasState)
        {
            _begun.Add(outcome.Index);
        }

        // The log has the outcomes in the order of the queue: nothing is waited for in between.
        Task weighed = outcome.Weights is { } weights && !completion.Released.Contains(outcome.Index) ? KeepWeights(outcome.Index, weights) : Task.CompletedTask;
        await Guarded(() => _log.Append(outcome, weighed));
        int[] withState = [.. completion.Ended.Where(index => _begun.Contains(index) && (index != outcome.Index || hasState))];
        int[] withWeights = [.. completion.Released.Where(_withWeights.Remove)];
        _clearing = Clear(_clearing, withState, withWeights);
        if (_queue.IsFinished && _log.IsKept)
        {
            await Finish();
        }
    }

    /// <inheritdoc/>
    public Task Return(string identity, SiloAddress host, int index)
    {
        if (identity == _identity)
        {
            _leases?.Return(host, index);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task Fail(string identity, SiloAddress host, int index, string message)
    {
        if (identity != _identity || Record.Phase is not (SearchPhase.Running or SearchPhase.Failed))
        {
            // Of a search that is not kept any more, or that waits or has finished: nobody needs the trial now.
            return;
        }

        _leases?.Return(host, index);
        _failures[index] = _failures.GetValueOrDefault(index) + 1;
        if (_failures[index] >= MostFailures)
        {
            await Fail(FormattableString.Invariant($"Trial {index} has failed {MostFailures} times: {message} The same name goes on when the cause is gone."));
        }
    }
}
