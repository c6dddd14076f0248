using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Grains;
using Mlp.Searching.Hosting;
using Mlp.Searching.Storage;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;
using Orleans.TestingHost;
using Shouldly;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Some silos in this process with the configuration of every host. Their rows are in a memory that outlives each of them; what their workers do is watched.</summary>
internal sealed class WatchedCluster : IAsyncDisposable
{
    /// <summary>How many trials a silo runs side by side.</summary>
    internal const int Workers = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private readonly Dictionary<string, SearchWatch> _watches;
    private readonly InProcessTestCluster _cluster;

    /// <summary>Silos that are not started yet.</summary>
    /// <param name="silos">How many.</param>
    /// <param name="pause">How long a worker waits behind each epoch that is kept.</param>
    /// <param name="times">How long hosts wait for each other.</param>
    internal WatchedCluster(short silos, TimeSpan pause, SearchTimes times)
    {
        var storage = new MemoryStorage(_services.GetRequiredService<Serializer>());
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        _watches = Enumerable.Range(0, silos).ToDictionary(static number => FormattableString.Invariant($"Silo_{number}"), _ => new SearchWatch { Pause = pause });
        builder.ConfigureSilo((options, silo) =>
        {
            silo.Services.AddKeyedSingleton<IGrainStorage>(GrainRows.StorageName, storage);
            SearchSilo.Configure(silo, new HostSettings { Workers = Workers, Times = times, Watch = _watches[options.SiloName], Outlives = true });
        });

        // A client does not hear that the silo is dead over which its call went.
        builder.ConfigureClient(static client => client.Configure<ClientMessagingOptions>(static options => options.ResponseTimeout = TimeSpan.FromMilliseconds(500)));
        _cluster = builder.Build();
    }

    /// <summary>A program that is none of the silos.</summary>
    internal IGrainFactory Client => _cluster.Client;

    /// <summary>The silos that are not killed.</summary>
    internal IEnumerable<InProcessSiloHandle> Alive => _cluster.Silos;

    /// <summary>What workers did, those of silos that are killed too.</summary>
    internal IEnumerable<SearchWatch> Watches => _watches.Values;

    /// <summary>How many epochs all of them have trained.</summary>
    internal int Epochs => Watches.Sum(static watch => watch.Epochs);

    /// <summary>Starts all silos.</summary>
    internal Task Start() => _cluster.DeployAsync();

    /// <summary>What the workers of a silo did.</summary>
    internal SearchWatch WatchOf(InProcessSiloHandle silo) => _watches[silo.Name];

    /// <summary>The silo that has a search.</summary>
    internal async Task<InProcessSiloHandle> KeeperOf(string search)
    {
        IManagementGrain management = Client.GetGrain<IManagementGrain>(0);
        ISearchGrain grain = Client.GetGrain<ISearchGrain>(search);
        SiloAddress? address = null;
        long begin = Stopwatch.GetTimestamp();
        while (!Alive.Any(silo => silo.SiloAddress.Equals(address)))
        {
            Stopwatch.GetElapsedTime(begin).ShouldBeLessThan(LongestWait);
            await Task.Delay(5);
            address = await management.GetActivationAddress(grain);
        }

        return Alive.Single(silo => silo.SiloAddress.Equals(address));
    }

    /// <summary>Kills a silo: it says no good-bye, and gives nothing back.</summary>
    internal Task Kill(InProcessSiloHandle silo) => _cluster.KillSiloAsync(silo);

    /// <summary>Lets a silo leave.</summary>
    internal Task Leave(InProcessSiloHandle silo) => _cluster.StopSiloAsync(silo);

    /// <summary>Waits for something.</summary>
    internal async Task Until(Func<bool> isSo)
    {
        long begin = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Stopwatch.GetElapsedTime(begin).ShouldBeLessThan(LongestWait);
            await Task.Delay(2);
        }
    }

    /// <summary>The trials that were begun again on a rung after they were at its end.</summary>
    internal (int Index, int Rung)[] BegunAgain()
    {
        var ends = Watches.SelectMany(static watch => watch.Completed)
            .GroupBy(static end => (end.Index, end.Rung))
            .ToDictionary(static group => group.Key, static group => group.Min(static end => end.Ticks));
        return
        [
            .. Watches.SelectMany(static watch => watch.Begun)
                .Where(begin => begin.Ticks > ends.GetValueOrDefault((begin.Index, begin.Rung), long.MaxValue))
                .Select(static begin => (begin.Index, begin.Rung)),
        ];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _services.DisposeAsync();
    }
}
