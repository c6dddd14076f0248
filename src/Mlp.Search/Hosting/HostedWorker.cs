using System;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Storage;

namespace Mlp.Searching.Hosting;

/// <summary>A host that works for searches of others, until it is told to stop.</summary>
internal static class HostedWorker
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Joins a cluster, and joins it again where the cluster has given this host up.</summary>
    internal static async Task Run(
        string connectionString, SearchWorkerOptions options, CancellationToken cancellation, SearchTimes? times = null, IWorkerWatch? watch = null, Action<SearchHost>? started = null)
    {
        try
        {
            await Stay(connectionString, options, times, watch, started, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // It was to end before it had joined: that is no failure either.
        }
    }

    private static async Task Stay(
        string connectionString, SearchWorkerOptions options, SearchTimes? times, IWorkerWatch? watch, Action<SearchHost>? started, CancellationToken cancellation)
    {
        await DatabaseSchema.Require(connectionString, cancellation).ConfigureAwait(false);
        var settings = new HostSettings
        {
            ConnectionString = connectionString,
            Workers = options.Workers ?? Environment.ProcessorCount,
            ConfigureSilo = options.ConfigureSilo,
            Times = times ?? new SearchTimes(),
            Watch = watch,
        };
        while (!cancellation.IsCancellationRequested)
        {
            await using SearchHost host = await SearchHost.Start(settings, cancellation).ConfigureAwait(false);
            started?.Invoke(host);
            Task stop = Task.Delay(Timeout.Infinite, cancellation);
            if (await Task.WhenAny(stop, host.Failure).ConfigureAwait(false) != stop)
            {
                await Task.WhenAny(Task.Delay(Pause, cancellation)).ConfigureAwait(false);
            }
        }
    }
}
