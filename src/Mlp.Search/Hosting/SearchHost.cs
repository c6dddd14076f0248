using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Mlp.Searching.Data;
using Mlp.Searching.Storage;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;

namespace Mlp.Searching.Hosting;

/// <summary>A host: a silo in this process, with workers. It ends without leaving threads or ports.</summary>
internal sealed class SearchHost : IAsyncDisposable
{
    private const int MostPorts = 10;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    private readonly IHost _host;
    private readonly SiloFailure _failure;

    private SearchHost(IHost host, SiloFailure failure)
    {
        (_host, _failure) = (host, failure);
        Grains = host.Services.GetRequiredService<IGrainFactory>();
        Data = host.Services.GetRequiredService<DatasetCache>();
        Address = host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        Workers = host.Services.GetRequiredService<WorkerPool>();
    }

    /// <summary>Finds grains of its cluster.</summary>
    internal IGrainFactory Grains { get; }

    /// <summary>Its datasets.</summary>
    internal DatasetCache Data { get; }

    /// <summary>Its workers.</summary>
    internal WorkerPool Workers { get; }

    /// <summary>Its silo.</summary>
    internal SiloAddress Address { get; }

    /// <summary>What the silo is made of.</summary>
    internal IServiceProvider Services => _host.Services;

    /// <summary>Ends with the cause when the silo cannot go on: the cluster has given it up, for it did not answer.</summary>
    internal Task<string> Failure => _failure.Task;

    /// <summary>Starts a host.</summary>
    /// <exception cref="SearchException">It cannot be started.</exception>
    internal static async Task<SearchHost> Start(HostSettings settings, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            var failure = new SiloFailure();
            IHost host = Build(settings, failure);
            try
            {
                // A folder that cannot be used is told here, not by the first grain that writes.
                host.Services.GetRequiredKeyedService<IGrainStorage>(GrainRows.StorageName);
                await host.StartAsync(cancellation).ConfigureAwait(false);
                return new SearchHost(host, failure);
            }
            catch (Exception exception)
            {
                await Dispose(host).ConfigureAwait(false);

                // A start that was cancelled ends with exceptions of several kinds.
                cancellation.ThrowIfCancellationRequested();
                if (exception is SearchException or OperationCanceledException)
                {
                    throw;
                }

                if (attempt == MostPorts || !LocalPort.IsTaken(exception))
                {
                    throw new SearchException($"This host cannot be started: {exception.Message}", exception);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(LongestStop);
        try
        {
            await _host.StopAsync(hurry.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || _failure.Task.IsCompleted)
        {
            // A silo that was given up, or that waits for others that are lost: they will notice.
        }

        await Dispose(_host).ConfigureAwait(false);
    }

    private static async Task Dispose(IHost host)
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static IHost Build(HostSettings settings, SiloFailure failure)
    {
        // No configuration of the user's program, no environment, no logs: what a search needs stands here.
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo =>
        {
            if (settings.ConnectionString is { } connectionString)
            {
                DatabaseCluster.Configure(silo, connectionString);
            }
            else
            {
                silo.UseLocalhostClustering(LocalPort.Free(IPAddress.Loopback), gatewayPort: 0, serviceId: "mlp-search", clusterId: "mlp-search");
                silo.Services.AddKeyedSingleton<IGrainStorage>(GrainRows.StorageName, (services, _) => LocalStorage(services, settings));
            }

            SearchSilo.Configure(silo, settings);
            settings.ConfigureSilo?.Invoke(silo);
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, QuietLifetime>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IFatalErrorHandler>(failure));
        return builder.Build();
    }

    private static IGrainStorage LocalStorage(IServiceProvider services, HostSettings settings)
    {
        Serializer serializer = services.GetRequiredService<Serializer>();
        return settings.Folder is { } folder ? new FolderStorage(folder, serializer) : new MemoryStorage(serializer);
    }
}
