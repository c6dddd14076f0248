using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace Mlp.Searching.Storage;

/// <summary>The tables of a cluster in its database: they are made in one transaction, by one caller at a time, and looked for before anything begins.</summary>
internal static class DatabaseSchema
{
    private const int Version = 2;
    private const string DefaultName = "mlp_search";

    // Whoever makes the tables holds this lock of the database: the letters "mlpsrch".
    private const long CreationLock = 0x6D6C_7073_7263_68;

    /// <summary>The connection string of a cluster's database, with the schema that has its tables.</summary>
    /// <exception cref="ArgumentException">It is no connection string of Npgsql.</exception>
    internal static NpgsqlConnectionStringBuilder Connection(string connectionString)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            throw new ArgumentException($"connectionString is none of Npgsql: {exception.Message} It looks like \"Host=db;Database=searches;Username=mlp;Password=…\".", nameof(connectionString), exception);
        }

        if (string.IsNullOrEmpty(builder.Host))
        {
            throw new ArgumentException("connectionString has no Host. It looks like \"Host=db;Database=searches;Username=mlp;Password=…\".", nameof(connectionString));
        }

        if (string.IsNullOrEmpty(builder.SearchPath))
        {
            builder.SearchPath = DefaultName;
        }

        return builder;
    }

    /// <summary>Makes the tables that are not there yet.</summary>
    /// <exception cref="SearchException">The database cannot be reached, or does not allow it.</exception>
    internal static async Task Create(string connectionString, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder builder = Connection(connectionString);
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await Open(connection, builder, cancellation).ConfigureAwait(false);
        try
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await Execute(connection, FormattableString.Invariant($"SELECT pg_advisory_xact_lock({CreationLock})"), cancellation).ConfigureAwait(false);
            if (await Ask(connection, "SELECT current_schema()", cancellation).ConfigureAwait(false) is not string)
            {
                await Execute(connection, $"CREATE SCHEMA {SchemaOf(builder.SearchPath!)}", cancellation).ConfigureAwait(false);
            }

            await Execute(connection, Script(), cancellation).ConfigureAwait(false);
            await Execute(connection, FormattableString.Invariant($"DELETE FROM SearchSchema; INSERT INTO SearchSchema VALUES ({Version})"), cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
        catch (NpgsqlException exception)
        {
            throw new SearchException($"The tables cannot be made in the database {builder.Database}: {TextOf(exception)} The user {builder.Username} must be allowed to make a schema and tables.", exception);
        }
    }

    /// <summary>The first schema of a search path, quoted. As the database reads it: without quotes capital letters are small ones.</summary>
    internal static string SchemaOf(string searchPath)
    {
        string first = searchPath.Split(',')[0].Trim();
        bool isQuoted = first.Length > 1 && first[0] == '"' && first[^1] == '"';
        string name = isQuoted ? first[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : first.ToLowerInvariant();
        return "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>Looks whether the database can be reached and has the tables.</summary>
    /// <exception cref="SearchException">It cannot, or has none.</exception>
    internal static async Task Require(string connectionString, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await Connect(connectionString, cancellation).ConfigureAwait(false);
    }

    /// <summary>A connection to a database that has the tables.</summary>
    /// <exception cref="SearchException">It cannot be reached, or has none.</exception>
    internal static async Task<NpgsqlConnection> Connect(string connectionString, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder builder = Connection(connectionString);
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await Open(connection, builder, cancellation).ConfigureAwait(false);
            await RequireTables(connection, builder, cancellation).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task RequireTables(NpgsqlConnection connection, NpgsqlConnectionStringBuilder builder, CancellationToken cancellation)
    {
        try
        {
            object? version = await Ask(connection, "SELECT to_regclass('SearchSchema') IS NOT NULL", cancellation).ConfigureAwait(false) is true
                ? await Ask(connection, "SELECT Version FROM SearchSchema", cancellation).ConfigureAwait(false)
                : null;
            if (version is not Version)
            {
                string found = version is int other ? FormattableString.Invariant($"the tables of version {other}, but this program needs those of {Version}") : "no tables for searches";
                throw new SearchException($"The database {builder.Database} has {found}: call SearchDatabase.Create once.");
            }
        }
        catch (NpgsqlException exception)
        {
            throw new SearchException($"The tables of the database {builder.Database} cannot be read: {TextOf(exception)} Give the user {builder.Username} the rights of who made them.", exception);
        }
    }

    private static async Task Open(NpgsqlConnection connection, NpgsqlConnectionStringBuilder builder, CancellationToken cancellation)
    {
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException or IOException)
        {
            throw new SearchException(
                FormattableString.Invariant($"The database {builder.Database} at {builder.Host}:{builder.Port} cannot be reached: {exception.Message} Look whether it runs, and whether the connection string is right."), exception);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string text, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string text, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
    }

    private static string TextOf(NpgsqlException exception) => exception is PostgresException answer ? answer.MessageText : exception.Message;

    private static string Script()
    {
        using Stream stream = typeof(DatabaseSchema).Assembly.GetManifestResourceStream("Schema.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
