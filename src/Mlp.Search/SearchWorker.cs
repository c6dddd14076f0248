using System;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Hosting;

namespace Mlp.Searching;

/// <summary>A host of a cluster: it runs trials of all searches that are under way.</summary>
public static class SearchWorker
{
    /// <summary>Joins a cluster, and runs trials until it is cancelled. A trial at work then goes back, and goes on elsewhere.</summary>
    /// <param name="connectionString">Npgsql's connection string of the cluster's database.</param>
    /// <param name="options">How this host takes part; without them <c>new SearchWorkerOptions()</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">There is no connection string.</exception>
    /// <exception cref="SearchException">The database cannot be reached or has no tables, or this host cannot be started.</exception>
    /// <remarks>
    /// The program must have the networks of the searches: start the same program on every host. A network that is not here, or is declared otherwise, is
    /// refused, and its trials go to other hosts. Where the cluster gives this host up, for it did not answer, it joins again.
    /// </remarks>
    public static Task Run(string connectionString, SearchWorkerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return HostedWorker.Run(connectionString, options ?? new SearchWorkerOptions(), cancellationToken);
    }
}
