using System;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.Searching;

/// <summary>The database in which the hosts of a cluster meet.</summary>
public static class SearchDatabase
{
    /// <summary>Makes the tables that a cluster needs, where they are not there yet.</summary>
    /// <param name="connectionString">Npgsql's connection string; the user must be allowed to make tables.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">There is no connection string.</exception>
    public static Task Create(string connectionString, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        throw new NotSupportedException();
    }
}
