using System;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Data;
using Mlp.Searching.Grains;
using Mlp.Searching.Space;
using Mlp.Training;
using Orleans;

namespace Mlp.Searching.Hosting;

/// <summary>A search from the program that has asked for it, on hosts that are there: begins it or goes on with it, and waits for its end.</summary>
/// <param name="definition">The search.</param>
/// <param name="data">Its data.</param>
/// <param name="options">What it is called.</param>
/// <param name="times">How long is waited for what.</param>
/// <param name="progress">Is told how it goes.</param>
internal sealed class SearchSession(SearchDefinition definition, Dataset data, SearchOptions options, SearchTimes times, IProgress<SearchProgress>? progress)
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private readonly SearchFollower _follower = new(definition, progress);

    // The call that begins the search, once it was made: it arrives whether somebody waits for it or not.
    private Task<string[]>? _beginning;

    /// <summary>How long calls are tried again.</summary>
    internal required Patience Patience { get; init; }

    /// <summary>Whether other hosts need the data.</summary>
    internal required bool IsShared { get; init; }

    /// <summary>The result as far as is known.</summary>
    internal Task<SearchResult> Known() => _follower.Result(static _ => Task.FromResult<byte[]?>(null));

    /// <summary>Runs it.</summary>
    /// <param name="grains">Finds it.</param>
    /// <param name="workers">The workers of this process; none where all work is left to others.</param>
    /// <param name="gone">The host of this process is lost: another one is needed.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentException">Another search has its name.</exception>
    /// <exception cref="SearchException">It cannot go on.</exception>
    internal async Task<SearchResult> Run(IGrainFactory grains, WorkerPool? workers, CancellationToken gone, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, cancellation);
        ISearchGrain search = grains.GetGrain<ISearchGrain>(options.Name);
        try
        {
            await Begin(grains, search, workers, either.Token).ConfigureAwait(false);
            await Wait(search, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_beginning is { } beginning && cancellation.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            // Other hosts may have heard of the search already: it is to be told.
            await Task.WhenAny(beginning, Task.Delay(LongestEnd, gone)).ConfigureAwait(false);
            if (!beginning.IsCompletedSuccessfully || (await beginning.ConfigureAwait(false)).Length > 0)
            {
                throw;
            }
        }

        if (cancellation.IsCancellationRequested)
        {
            // It may be the last call before the program ends: not for long.
            var hurry = new Patience(LongestEnd);
            await hurry.Call(() => search.Pause(definition.Identity), gone).ConfigureAwait(false);
            if (workers is not null)
            {
                await workers.Leave(options.Name).ConfigureAwait(false);
            }

            while ((await Follow(search, hurry, gone).ConfigureAwait(false)).Outcomes.Length > 0)
            {
            }
        }

        return await _follower.Result(index => Patience.Call(() => search.GetWeights(index), gone)).ConfigureAwait(false);
    }

    /// <summary>Follows the search until it has ended, or waits.</summary>
    private async Task Wait(ISearchGrain search, CancellationToken stop)
    {
        while (true)
        {
            SearchStatus status = await Follow(search, Patience, stop).ConfigureAwait(false);
            if (status.Phase == SearchPhase.Failed)
            {
                throw new SearchException(status.Failure!);
            }

            if (status.Phase == SearchPhase.None)
            {
                throw new SearchException($"The search {options.Name} was removed from the database while it ran, for its hosts had not answered. The same name begins it anew.");
            }

            if (status.Outcomes.Length == 0)
            {
                if (status.Phase is SearchPhase.Finished or SearchPhase.Paused)
                {
                    return;
                }

                await Task.Delay(times.Look, stop).ConfigureAwait(false);
            }
        }
    }

    private async Task Begin(IGrainFactory grains, ISearchGrain search, WorkerPool? workers, CancellationToken stop)
    {
        // Together: where the search was removed meanwhile, its data went too.
        string[] differences = await Patience.Call(
            async () =>
            {
                if (IsShared)
                {
                    // Data of a search that is refused would stay in the database.
                    string[] others = await search.Compare(definition).WaitAsync(stop).ConfigureAwait(false);
                    if (others.Length > 0)
                    {
                        return others;
                    }

                    if ((await search.GetStatus(0).WaitAsync(stop).ConfigureAwait(false)).Phase != SearchPhase.Finished)
                    {
                        await DatasetUpload.Run(grains, definition.Data.Hash, data, options.Name).WaitAsync(stop).ConfigureAwait(false);
                    }
                }

                Task<string[]> beginning = Start(search);
                _beginning = beginning;
                return await beginning.ConfigureAwait(false);
            },
            stop).ConfigureAwait(false);
        if (differences.Length > 0)
        {
            throw new ArgumentException(
                $"Another search is called {options.Name}: {string.Join("; ", differences)}. Take another Name, or the space, data and options of then.", nameof(options));
        }

        if (workers is not null)
        {
            await Patience.Call(() => workers.Join(options.Name), stop).ConfigureAwait(false);
        }
    }

    private async Task<string[]> Start(ISearchGrain search)
    {
        // Whoever is cancelled must know of a call before it is under way.
        await Task.Yield();
        return await search.Start(definition, options.CheckpointInterval).ConfigureAwait(false);
    }

    /// <summary>Catches up with the search.</summary>
    private async Task<SearchStatus> Follow(ISearchGrain search, Patience patience, CancellationToken stop)
    {
        SearchStatus status = await patience.Call(() => search.GetStatus(_follower.Known), stop).ConfigureAwait(false);
        _follower.Follow(status);
        return status;
    }
}
