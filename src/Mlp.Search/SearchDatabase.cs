using System;
using System.Collections.Generic;
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

    /// <summary>The searches of a database, by name. It needs no host.</summary>
    /// <param name="connectionString">Npgsql's connection string.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">There is no connection string.</exception>
    /// <exception cref="SearchException">The database cannot be reached, or has no tables.</exception>
    public static async Task<IReadOnlyList<StoredSearch>> List(string connectionString, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return await SearchRows.Use(connectionString, static rows => rows.List(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Removes a search with all that is kept of it: outcomes, weights, where trials stand, and its data where no other search needs them. It needs no host.
    /// The name is free from then on, for another search too.
    /// </summary>
    /// <param name="connectionString">Npgsql's connection string.</param>
    /// <param name="name">The <see cref="SearchOptions.Name"/> of the search.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">There is no connection string, or no search can have the name.</exception>
    /// <exception cref="SearchException">Hosts work on it: it must be cancelled first. Or the database cannot be reached, or has no tables.</exception>
    /// <remarks>A search that is running and whose hosts are all gone may be removed. A host that was killed counts for 15 seconds.</remarks>
    public static async Task<bool> Remove(string connectionString, string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        name = SearchOptions.RequireName(name);
        return await SearchRows.Use(connectionString, rows => rows.Remove(name), cancellationToken).ConfigureAwait(false);
    }
}
