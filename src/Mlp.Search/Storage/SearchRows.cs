using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Queue;
using Mlp.Searching.Trials;
using Npgsql;
using Orleans.Serialization;
using Orleans.Storage;

namespace Mlp.Searching.Storage;

/// <summary>
/// The searches of a database without a host: which there are, and how one goes with all of its rows. Whoever removes a search holds its row until the end, so
/// that nobody writes rows of it meanwhile, and none comes behind (see <c>WriteToStorageKey</c> in Schema.sql). Hosts that still know the search find out by its
/// identity, or when they write.
/// </summary>
internal sealed class SearchRows : IAsyncDisposable
{
    /// <summary>A host that has not said for so long that it lives, by the clock of the database, is gone.</summary>
    private const int LongestSilence = 15;

    // The rows of a search that begin with its name; the parameter is the name.
    private const string OfSearch =
        $"(KeyText = $1 AND (RowName = '{RowNames.Search}' OR starts_with(RowName, '{RowNames.Outcomes}') OR starts_with(RowName, '{RowNames.Weights}')) OR RowName = '{RowNames.Trial}' AND starts_with(KeyText, $1 || '/'))";

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer(static builder => builder.AddAssembly(typeof(SearchRows).Assembly)).BuildServiceProvider();
    private readonly NpgsqlConnection _connection;
    private readonly OrleansGrainStorageSerializer _serializer;
    private readonly CancellationToken _cancellation;

    private SearchRows(NpgsqlConnection connection, CancellationToken cancellation)
    {
        (_connection, _cancellation) = (connection, cancellation);
        _serializer = new OrleansGrainStorageSerializer(_services.GetRequiredService<Serializer>());
    }

    /// <summary>Does something with the rows of a database.</summary>
    /// <exception cref="SearchException">The database cannot be reached, has no tables, or does not allow it.</exception>
    internal static async Task<TResult> Use<TResult>(string connectionString, Func<SearchRows, Task<TResult>> use, CancellationToken cancellation)
    {
        await using var rows = new SearchRows(await DatabaseSchema.Connect(connectionString, cancellation).ConfigureAwait(false), cancellation);
        try
        {
            return await use(rows).ConfigureAwait(false);
        }
        catch (NpgsqlException exception)
        {
            throw new SearchException($"The searches of the database {rows._connection.Database} cannot be read or removed: {exception.Message} Look whether it runs, and give the user the rights of who made the tables.", exception);
        }
    }

    /// <summary>All searches, by name.</summary>
    internal async Task<IReadOnlyList<StoredSearch>> List()
    {
        var searches = new List<StoredSearch>();
        await using NpgsqlTransaction transaction = await _connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, _cancellation).ConfigureAwait(false);
        foreach ((string name, byte[] content) in await Rows($"SELECT KeyText, Content FROM GrainRow WHERE RowName = '{RowNames.Search}' ORDER BY KeyText COLLATE \"C\"").ConfigureAwait(false))
        {
            if (Read<SearchRecord>(content) is { Definition: { } definition } record)
            {
                searches.Add(new StoredSearch
                {
                    Name = name,
                    Phase = record.Phase,
                    Trials = definition.Trials,
                    Finished = record.Phase == SearchPhase.Finished ? definition.Trials : TrialQueue.Restore(definition, await Outcomes(name).ConfigureAwait(false)).Ended,
                    Failure = record.Failure,
                    Written = await Ask<DateTime>($"SELECT max(Written) FROM GrainRow WHERE {OfSearch}", name).ConfigureAwait(false),
                });
            }
        }

        return searches;
    }

    /// <summary>Removes a search.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="SearchException">Hosts work on it.</exception>
    internal async Task<bool> Remove(string name)
    {
        await using NpgsqlTransaction transaction = await _connection.BeginTransactionAsync(_cancellation).ConfigureAwait(false);
        if (await Lock<SearchRecord>(RowNames.Search, name).ConfigureAwait(false) is not { } record)
        {
            return false;
        }

        if (record.Phase == SearchPhase.Running)
        {
            await RequireNoHosts(name).ConfigureAwait(false);
        }

        if (record.Definition is { } definition)
        {
            await Release(definition.Data.Hash, name).ConfigureAwait(false);
        }

        if (await Lock<BoardRecord>(RowNames.Board, "").ConfigureAwait(false) is { } board && board.Names.Contains(name))
        {
            await Write(RowNames.Board, "", board.Without(name)).ConfigureAwait(false);
        }

        await Execute($"DELETE FROM GrainRow WHERE {OfSearch}", name).ConfigureAwait(false);
        await transaction.CommitAsync(_cancellation).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RequireNoHosts(string name)
    {
        // Who joins counts this version up: nobody does until the search is gone.
        await Execute("SELECT 1 FROM ClusterVersion FOR UPDATE").ConfigureAwait(false);
        int hosts = await Ask<int>("SELECT count(*)::integer FROM ClusterMember WHERE Status <> 6 AND Seen > clock_timestamp() - make_interval(secs => $1)", LongestSilence).ConfigureAwait(false);
        if (hosts > 0)
        {
            throw new SearchException(FormattableString.Invariant(
                $"The search {name} is running, and the cluster has hosts ({hosts}) that work on it: cancel it first, in the program that runs it or in one that begins it with the same Name. Hosts that were killed count for {LongestSilence} seconds."));
        }
    }

    /// <summary>The search does not need its data any more; when none does, they go.</summary>
    private async Task Release(string hash, string name)
    {
        if (await Lock<DatasetRecord>(RowNames.Dataset, hash).ConfigureAwait(false) is { } dataset && dataset.Searches.Contains(name))
        {
            dataset = dataset.Without(name);
            await (dataset.Searches.Length > 0
                ? Write(RowNames.Dataset, hash, dataset)
                : Execute($"DELETE FROM GrainRow WHERE KeyText = $1 AND (RowName = '{RowNames.Dataset}' OR starts_with(RowName, '{RowNames.Pages}'))", hash)).ConfigureAwait(false);
        }
    }

    private async Task<IEnumerable<TrialOutcome>> Outcomes(string name) =>
        (await Rows($"SELECT RowName, Content FROM GrainRow WHERE KeyText = $1 AND starts_with(RowName, '{RowNames.Outcomes}')", name).ConfigureAwait(false))
            .SelectMany(row => Read<OutcomePage>(row.Content).Outcomes);

    private TContent Read<TContent>(byte[] content) => _serializer.Deserialize<TContent>(new BinaryData(content))!;

    /// <summary>A row that nobody else writes until the end of the transaction; none where there is none.</summary>
    private async Task<TContent?> Lock<TContent>(string row, string key)
        where TContent : class =>
        (await Rows("SELECT KeyText, Content FROM GrainRow WHERE RowName = $1 AND KeyText = $2 FOR UPDATE", row, key).ConfigureAwait(false)) is [var found] ? Read<TContent>(found.Content) : null;

    private Task Write<TContent>(string row, string key, TContent content) => Execute(
        "UPDATE GrainRow SET Content = $3, Version = Version + 1, Written = clock_timestamp() WHERE RowName = $1 AND KeyText = $2", row, key, _serializer.Serialize(content).ToArray());

    private async Task<List<(string Name, byte[] Content)>> Rows(string text, params object[] values)
    {
        var rows = new List<(string, byte[])>();
        await using NpgsqlCommand command = Command(text, values);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(_cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(_cancellation).ConfigureAwait(false))
        {
            rows.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return rows;
    }

    private async Task<TValue> Ask<TValue>(string text, params object[] values)
    {
        await using NpgsqlCommand command = Command(text, values);
        return (TValue)(await command.ExecuteScalarAsync(_cancellation).ConfigureAwait(false))!;
    }

    private async Task Execute(string text, params object[] values)
    {
        await using NpgsqlCommand command = Command(text, values);
        await command.ExecuteNonQueryAsync(_cancellation).ConfigureAwait(false);
    }

    private NpgsqlCommand Command(string text, object[] values)
    {
        var command = new NpgsqlCommand(text, _connection);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
