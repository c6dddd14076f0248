using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Queue;
using Mlp.Searching.Storage;
using Orleans;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <content>What the search keeps, and what it does by itself.</content>
internal sealed partial class SearchGrain
{
    private ISearchBoardGrain Board => GrainFactory.GetGrain<ISearchBoardGrain>(0);

    private static string WeightsOf(int index) => RowNames.Numbered(RowNames.Weights, index);

    private void Restore(TrialQueue queue)
    {
        (_queue, _leases, _identity) = (queue, new LeaseTable(queue), queue.Definition.Identity);
        bool isNew = !queue.Outcomes.Any() && Record.Phase == SearchPhase.None;
        if (isNew)
        {
            return;
        }

        _begun.UnionWith(Enumerable.Range(0, queue.Definition.Trials));
        _withWeights.UnionWith(queue.Outcomes.Select(static outcome => outcome.Index));
    }

    /// <summary>Where the search was removed, what is here is over: this activation ends, and the next one finds nothing. One that is running is not removed.</summary>
    private async Task RequireCurrent()
    {
        if (Record.Phase == SearchPhase.Running)
        {
            return;
        }

        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if ((await Rows.Read<SearchRecord>(Name)).ETag != _record.ETag)
        {
            DeactivateOnIdle();
            throw new InconsistentStateException($"The search {this.GetPrimaryKeyString()} was removed.");
        }
    }

    /// <summary>Looks for hosts that are lost, and for trials that no host can run.</summary>
    private async Task Look(CancellationToken cancellationToken)
    {
        if (_leases is null || Record.Phase != SearchPhase.Running)
        {
            return;
        }

        if (_queue!.IsFinished && _log.IsKept)
        {
            // The host that should have said so has died in between.
            await Finish();
            return;
        }

        long now = Now;
        foreach ((Orleans.Runtime.SiloAddress address, LeasingHost host) in _leases.Hosts.ToArray())
        {
            if (_silos.IsDeadSilo(address) || now - host.Heard > _times.Silence.TotalMilliseconds)
            {
                _leases.Lose(address);
            }
        }

        if (_leases.Unserved(now, (long)_times.Unserved.TotalMilliseconds) is { } network)
        {
            await Fail(FormattableString.Invariant(
                $"No host can run {_queue.Definition.Networks[network].Name}, a network of the search. {string.Join(' ', _refusals)} Start hosts with the program that has it; the same name goes on.").Replace("  ", " "));
        }
    }

    /// <summary>Whether it is known what hosts run: after a move all of them must have said so, or have had the time.</summary>
    private bool IsSettled()
    {
        if (_restored is not { } restored)
        {
            return true;
        }

        bool isSettled = Now - restored > _times.Settling.TotalMilliseconds
            || _silos.GetApproximateSiloStatuses(onlyActive: true).Keys.All(_leases!.Hosts.ContainsKey);
        _restored = isSettled ? null : restored;
        return isSettled;
    }

    private Task Finish() => _finishing = _finishing is { IsFaulted: false } ? _finishing : FinishOnce();

    private async Task FinishOnce()
    {
        // Whoever waits may stop this host as soon as the search says that it is finished: that comes last.
        await _clearing;
        await GrainFactory.GetGrain<IDatasetGrain>(Record.Definition!.Data.Hash).Release(this.GetPrimaryKeyString());
        await Board.Remove(this.GetPrimaryKeyString());
        Record.Phase = SearchPhase.Finished;
        await WriteRecord();
    }

    private async Task Fail(string failure)
    {
        (Record.Phase, Record.Failure) = (SearchPhase.Failed, failure);
        _leases?.LoseAll();
        await WriteRecord();
        await Board.Remove(this.GetPrimaryKeyString());
    }

    /// <summary>What is not needed any more goes, one after the other: a row that stays costs nothing but its place.</summary>
    private async Task Clear(Task before, int[] withState, int[] withWeights)
    {
        await before;
        try
        {
            foreach (int index in withState)
            {
                _begun.Remove(index);
                await GrainFactory.GetGrain<ITrialGrain>(TrialKey.Of(this.GetPrimaryKeyString(), _identity!, index)).Clear();
            }

            foreach (int index in withWeights)
            {
                await Rows.Clear<KeptWeights>(WeightsOf(index));
            }
        }
        catch (Exception) when (withState.Length + withWeights.Length > 0)
        {
            // Its host is lost, or the database: the search does not need them.
        }
    }

    private Task KeepWeights(int index, byte[] weights)
    {
        _withWeights.Add(index);
        return Rows.Overwrite(WeightsOf(index), new KeptWeights { File = weights });
    }

    private Task WriteRecord()
    {
        // One after the other, each with what is then known.
        Task before = _writing;
        return _writing = Write();

        async Task Write()
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await Guarded(() => Rows.Write(Name, _record));
        }
    }
}
