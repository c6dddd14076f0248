using System;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Storage;

namespace Mlp.Searching;

/// <summary>The database in which the hosts of a cluster meet.</summary>
public static class SearchDatabase
{
    /// <summary>
    /// Makes the tables that a cluster needs, where they are not there yet: in the schema <c>mlp_search</c>, or in that of the connection string's Search Path.
    /// It may be called again, and by several programs at once.
    /// </summary>
    /// <param name="connectionString">Npgsql's connection string; the user must be allowed to make tables.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">There is no connection string.</exception>
    /// <exception cref="SearchException">The database cannot be reached, or the user may not make tables.</exception>
    public static Task Create(string connectionString, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return DatabaseSchema.Create(connectionString, cancellationToken);
    }
}
