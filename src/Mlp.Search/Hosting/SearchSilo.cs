using System;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Data;
using Mlp.Searching.Grains;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Mlp.Searching.Hosting;

/// <summary>What every silo of a search is made of, whatever cluster it is a member of and wherever that keeps its rows.</summary>
internal static class SearchSilo
{
    /// <summary>Adds times, data and workers. The storage of the name <see cref="Storage.GrainRows.StorageName"/> comes with the cluster.</summary>
    internal static void Configure(ISiloBuilder silo, HostSettings settings)
    {
        silo.Services.AddSingleton(settings);
        silo.Services.AddSingleton(settings.Times);
        silo.Services.AddSingleton<DatasetCache>();
        silo.Services.AddSingleton<WorkerPool>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(static services => services.GetRequiredService<WorkerPool>());
        silo.Configure<GrainCollectionOptions>(static options =>
        {
            // Of trials that have come to the end of a rung nothing is kept in memory for long.
            options.CollectionQuantum = TimeSpan.FromSeconds(30);
            options.ClassSpecificCollectionAge[typeof(TrialGrain).FullName!] = TimeSpan.FromMinutes(1);
        });
    }
}
