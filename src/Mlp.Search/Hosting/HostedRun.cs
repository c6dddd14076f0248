using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Space;
using Mlp.Searching.Storage;
using Mlp.Training;

namespace Mlp.Searching.Hosting;

/// <summary>A search with a host of its own in the program that has asked for it: starts the host, and another one where it is lost.</summary>
/// <param name="definition">The search.</param>
/// <param name="data">Its data.</param>
/// <param name="options">What it is called, and where it runs.</param>
/// <param name="progress">Is told how it goes.</param>
internal sealed class HostedRun(SearchDefinition definition, Dataset data, SearchOptions options, IProgress<SearchProgress>? progress)
{
    private const int MostHosts = 10;

    /// <summary>How hosts wait for each other, for tests.</summary>
    internal SearchTimes Times { get; init; } = new();

    /// <summary>Is told what workers do, for tests.</summary>
    internal IWorkerWatch? Watch { get; init; }

    /// <summary>Is handed the host, for tests.</summary>
    internal Action<SearchHost>? Started { get; init; }

    private bool IsShared => options.ConnectionString is not null;

    // In process, more threads than trials would only ask for work; on a cluster there may be other searches.
    private int Workers => Math.Min(options.Workers ?? Environment.ProcessorCount, IsShared ? int.MaxValue : definition.Trials);

    /// <summary>Runs it.</summary>
    /// <exception cref="ArgumentException">Another search has its name, or nobody would run its trials.</exception>
    /// <exception cref="SearchException">It cannot go on.</exception>
    internal async Task<SearchResult> Run(CancellationToken cancellation)
    {
        if (!IsShared && options.Workers == 0)
        {
            throw new ArgumentException("Workers is 0, but a search in process has no other hosts: take 1 or more, or UseCluster.", nameof(options));
        }

        var session = new SearchSession(definition, data, options, Times, progress)
        {
            // A cluster may take a while to give up a host; in one process nothing gets better by waiting.
            Patience = new Patience(IsShared ? TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(2)),
            IsShared = IsShared,
        };
        try
        {
            if (options.ConnectionString is { } connectionString)
            {
                await DatabaseSchema.Require(connectionString, cancellation).ConfigureAwait(false);
            }

            return await RunOnHosts(session, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Before the search began, or while nobody answered: what is known is the result.
            return await session.Known().ConfigureAwait(false);
        }
    }

    private async Task<SearchResult> RunOnHosts(SearchSession session, CancellationToken cancellation)
    {
        var settings = new HostSettings
        {
            ConnectionString = options.ConnectionString,
            Folder = !IsShared && options.Folder is { } folder ? Path.Combine(folder, options.Name) : null,
            Workers = Workers,
            ConfigureSilo = options.ConfigureSilo,
            Times = Times,
            Watch = Watch,
        };
        for (int attempt = 1; ; attempt++)
        {
            await using SearchHost host = await SearchHost.Start(settings, cancellation).ConfigureAwait(false);
            Started?.Invoke(host);
            host.Data.Put(definition.Data.Hash, data);

            // A silo that was given up answers no more: another one takes its place.
            using var gone = new CancellationTokenSource();
            Task watching = Task.WhenAny(host.Failure, host.Workers.Broken)
                .ContinueWith(_ => gone.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            try
            {
                return await session.Run(host.Grains, host.Workers, gone.Token, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (gone.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                await watching.ConfigureAwait(false);
                if (host.Workers.Broken.IsCompleted)
                {
                    throw await host.Workers.Broken.ConfigureAwait(false);
                }

                if (attempt == MostHosts)
                {
                    throw new SearchException($"The cluster has given up this host {MostHosts} times ({await host.Failure.ConfigureAwait(false)}): it is too busy, or its network is. Take fewer Workers.");
                }
            }
        }
    }
}
