using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Data;
using Mlp.Searching.Grains;
using Mlp.Searching.Space;
using Mlp.Searching.Storage;
using Mlp.Training;

namespace Mlp.Searching.Hosting;

/// <summary>A search from the program that has asked for it: starts a host, begins the search or goes on with it, and waits for its end.</summary>
/// <param name="definition">The search.</param>
/// <param name="data">Its data.</param>
/// <param name="options">What it is called, and where it runs.</param>
/// <param name="progress">Is told how it goes.</param>
internal sealed class HostedRun(SearchDefinition definition, Dataset data, SearchOptions options, IProgress<SearchProgress>? progress)
{
    private const int MostHosts = 10;
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    // A cluster may take a while to give up a host; in one process nothing gets better by waiting.
    private readonly Patience _patience = new(options.ConnectionString is null ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(2));
    private readonly SearchFollower _follower = new(definition, progress);

    /// <summary>How hosts wait for each other, for tests.</summary>
    internal SearchTimes Times { get; init; } = new();

    /// <summary>Is told what workers do, for tests.</summary>
    internal IWorkerWatch? Watch { get; init; }

    /// <summary>Is handed the host, for tests.</summary>
    internal Action<SearchHost>? Started { get; init; }

    /// <summary>Runs it.</summary>
    /// <exception cref="ArgumentException">Another search has its name, or nobody would run its trials.</exception>
    /// <exception cref="SearchException">It cannot go on.</exception>
    internal async Task<SearchResult> Run(CancellationToken cancellation)
    {
        if (options.ConnectionString is null && options.Workers == 0)
        {
            throw new ArgumentException("Workers is 0, but a search in process has no other hosts: take 1 or more, or UseCluster.", nameof(options));
        }

        try
        {
            if (options.ConnectionString is { } connectionString)
            {
                await DatabaseSchema.Require(connectionString, cancellation).ConfigureAwait(false);
            }

            return await RunOnHosts(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Before the search began, or while nobody answered: what is known is the result.
            return await _follower.Result(static _ => Task.FromResult<byte[]?>(null)).ConfigureAwait(false);
        }
    }

    private async Task<SearchResult> RunOnHosts(CancellationToken cancellation)
    {
        var settings = new HostSettings
        {
            ConnectionString = options.ConnectionString,
            Folder = options.ConnectionString is null && options.Folder is { } folder ? Path.Combine(folder, options.Name) : null,
            Workers = options.Workers ?? Environment.ProcessorCount,
            ConfigureSilo = options.ConfigureSilo,
            Times = Times,
            Watch = Watch,
        };
        for (int attempt = 1; ; attempt++)
        {
            await using SearchHost host = await SearchHost.Start(settings, cancellation).ConfigureAwait(false);
            Started?.Invoke(host);

            // A silo that was given up answers no more: another one takes its place.
            using var gone = new CancellationTokenSource();
            Task watching = host.Failure.ContinueWith(_ => gone.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            try
            {
                return await RunOn(host, gone.Token, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (gone.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                await watching.ConfigureAwait(false);
                if (attempt == MostHosts)
                {
                    throw new SearchException($"The cluster has given up this host {MostHosts} times ({await host.Failure.ConfigureAwait(false)}): it is too busy, or its network is. Take fewer Workers.");
                }
            }
        }
    }

    private async Task<SearchResult> RunOn(SearchHost host, CancellationToken gone, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, cancellation);
        ISearchGrain search = host.Grains.GetGrain<ISearchGrain>(options.Name);
        await Begin(host, search, either.Token).ConfigureAwait(false);
        while (!cancellation.IsCancellationRequested)
        {
            SearchStatus status = await Follow(search, _patience, gone).ConfigureAwait(false);
            if (status.Phase == SearchPhase.Failed)
            {
                throw new SearchException(status.Failure!);
            }

            if (status.Outcomes.Length == 0)
            {
                if (status.Phase is SearchPhase.Finished or SearchPhase.Paused)
                {
                    break;
                }

                // A cancelled wait is a short one.
                await Task.WhenAny(Task.Delay(Times.Look, either.Token)).ConfigureAwait(false);
            }
        }

        if (cancellation.IsCancellationRequested)
        {
            // It may be the last call before the program ends: not for long.
            var hurry = new Patience(LongestEnd);
            await hurry.Call(search.Pause, gone).ConfigureAwait(false);
            await host.Workers.Leave(options.Name).ConfigureAwait(false);
            while ((await Follow(search, hurry, gone).ConfigureAwait(false)).Outcomes.Length > 0)
            {
            }
        }

        return await _follower.Result(index => _patience.Call(() => search.GetWeights(index), gone)).ConfigureAwait(false);
    }

    private async Task Begin(SearchHost host, ISearchGrain search, CancellationToken stop)
    {
        host.Data.Put(definition.Data.Hash, data);
        if (options.ConnectionString is not null && (await _patience.Call(() => search.GetStatus(0), stop).ConfigureAwait(false)).Phase != SearchPhase.Finished)
        {
            await _patience.Call(() => DatasetUpload.Run(host.Grains, definition.Data.Hash, data, options.Name), stop).ConfigureAwait(false);
        }

        string[] differences = await _patience.Call(() => search.Start(definition), stop).ConfigureAwait(false);
        if (differences.Length > 0)
        {
            throw new ArgumentException(
                $"Another search is called {options.Name}: {string.Join("; ", differences)}. Take another Name, or the space, data and options of then.", nameof(options));
        }

        await _patience.Call(() => host.Workers.Join(options.Name), stop).ConfigureAwait(false);
    }

    /// <summary>Catches up with the search.</summary>
    private async Task<SearchStatus> Follow(ISearchGrain search, Patience patience, CancellationToken stop)
    {
        SearchStatus status = await patience.Call(() => search.GetStatus(_follower.Known), stop).ConfigureAwait(false);
        _follower.Follow(status);
        return status;
    }
}
