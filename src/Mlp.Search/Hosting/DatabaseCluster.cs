using System;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace Mlp.Searching.Hosting;

/// <summary>A silo of a cluster whose members meet in a PostgreSQL database.</summary>
/// <remarks>
/// A host that was killed is noticed within some 5 seconds: each host is asked every second by up to three others, three missed answers are a vote, and two
/// votes (one in a cluster of two) are a death. A host that joins waits for those that answer, and passes those that have not said for 4 seconds that they live.
/// </remarks>
internal static class DatabaseCluster
{
    private const string Invariant = "Npgsql";
    private const string ClusterName = "mlp-search";

    /// <summary>Makes a silo a member.</summary>
    internal static void Configure(ISiloBuilder silo, string connectionString)
    {
        NpgsqlConnectionStringBuilder database = DatabaseSchema.Connection(connectionString);
        string connection = database.ConnectionString;
        IPAddress address = LocalPort.AddressTowards(database.Host, database.Port);
        silo.ConfigureEndpoints(address, LocalPort.Free(address), gatewayPort: 0, listenOnAnyHostAddress: false);
        silo.Configure<ClusterOptions>(static options => (options.ClusterId, options.ServiceId) = (ClusterName, ClusterName));
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        silo.AddAdoNetGrainStorage(GrainRows.StorageName, storage => storage.Configure<Serializer>((options, serializer) =>
        {
            (options.Invariant, options.ConnectionString) = (Invariant, connection);
            options.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            options.DeleteStateOnClear = true;
        }));
        silo.Configure<ClusterMembershipOptions>(static options =>
        {
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 3;
            options.NumVotesForDeathDeclaration = 2;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedTableIAmAliveLimit = 4;
            options.DefunctSiloExpiration = TimeSpan.FromDays(1);
            options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        });
        silo.Configure<SiloMessagingOptions>(static options => options.ResponseTimeout = TimeSpan.FromSeconds(10));
    }
}
