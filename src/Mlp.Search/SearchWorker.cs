using System;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.Searching;

/// <summary>A host of a cluster: it runs trials of all searches that are under way.</summary>
public static class SearchWorker
{
    /// <summary>Joins a cluster, and runs trials until it is cancelled. A trial at work then goes back, and goes on elsewhere.</summary>
    /// <param name="connectionString">Npgsql's connection string of the cluster's database.</param>
    /// <param name="options">How this host takes part; without them <c>new SearchWorkerOptions()</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">There is no connection string.</exception>
    public static Task Run(string connectionString, SearchWorkerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        throw new NotSupportedException();
    }
}
