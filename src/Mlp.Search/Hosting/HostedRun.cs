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
    /// <exception cref="ArgumentException">Another search has its name.</exception>
    /// <exception cref="SearchException">It cannot go on.</exception>
    internal async Task<SearchResult> Run(CancellationToken cancellation)
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
        if (options.ConnectionString is { } connectionString)
        {
            await DatabaseSchema.Require(connectionString, cancellation).ConfigureAwait(false);
        }

        for (int attempt = 1; ; attempt++)
        {
            await using SearchHost host = await SearchHost.Start(settings, cancellation).ConfigureAwait(false);
            Started?.Invoke(host);
            if (await Run(host, cancellation).ConfigureAwait(false) is { } result)
            {
                return result;
            }

            if (attempt == MostHosts)
            {
                throw new SearchException($"The cluster has given up this host {MostHosts} times ({await host.Failure.ConfigureAwait(false)}): it is too busy, or its network is. Take fewer Workers.");
            }
        }
    }

    private async Task<SearchResult?> Run(SearchHost host, CancellationToken cancellation)
    {
        ISearchGrain search = host.Grains.GetGrain<ISearchGrain>(options.Name);
        host.Data.Put(definition.Data.Hash, data);
        if (options.ConnectionString is not null && (await _patience.Call(() => search.GetStatus(0), cancellation).ConfigureAwait(false)).Phase != SearchPhase.Finished)
        {
            await _patience.Call(() => DatasetUpload.Run(host.Grains, definition.Data.Hash, data, options.Name), cancellation).ConfigureAwait(false);
        }

        string[] differences = await _patience.Call(() => search.Start(definition), cancellation).ConfigureAwait(false);
        if (differences.Length > 0)
        {
            throw new ArgumentException(
                $"Another search is called {options.Name}: {string.Join("; ", differences)}. Take another Name, or the space, data and options of then.", "options");
        }

        await _patience.Call(() => host.Workers.Join(options.Name), cancellation).ConfigureAwait(false);
        while (true)
        {
            if (cancellation.IsCancellationRequested)
            {
                await _patience.Call(search.Pause, CancellationToken.None).ConfigureAwait(false);
                await host.Workers.Leave(options.Name).ConfigureAwait(false);
                await Follow(search).ConfigureAwait(false);
                break;
            }

            SearchStatus status = await Follow(search).ConfigureAwait(false);
            if (status.Phase == SearchPhase.Failed)
            {
                throw new SearchException(status.Failure!);
            }

            if (status.Phase is SearchPhase.Finished or SearchPhase.Paused && status.Outcomes.Length == 0)
            {
                break;
            }

            if (host.Failure.IsCompleted)
            {
                return null;
            }

            if (status.Outcomes.Length == 0)
            {
                await Task.WhenAny(Task.Delay(Times.Look, cancellation), host.Failure).ConfigureAwait(false);
            }
        }

        return await _follower.Result(index => _patience.Call(() => search.GetWeights(index))).ConfigureAwait(false);
    }

    /// <summary>Catches up with the search.</summary>
    private async Task<SearchStatus> Follow(ISearchGrain search)
    {
        SearchStatus status = await _patience.Call(() => search.GetStatus(_follower.Known)).ConfigureAwait(false);
        _follower.Follow(status);
        return status;
    }
}
