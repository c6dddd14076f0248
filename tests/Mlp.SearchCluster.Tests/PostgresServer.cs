using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Hosting;
using Npgsql;
using Xunit;

namespace Mlp.SearchCluster.Tests;

/// <summary>A PostgreSQL server of the tests' own: on loopback, at a free port, with its files in a folder that goes with it.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string User = "mlp";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"mlp-search-{Guid.NewGuid():N}");
    private readonly int _port = LocalPort.Free(IPAddress.Loopback);
    private Process? _server;
    private int _databases;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Folder is null)
        {
            return;
        }

        using (Process initialization = Start("initdb", "-D", _folder, "-U", User, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"))
        {
            string said = await initialization.StandardOutput.ReadToEndAsync() + await initialization.StandardError.ReadToEndAsync();
            await initialization.WaitForExitAsync();
            if (initialization.ExitCode != 0)
            {
                throw new InvalidOperationException($"initdb has failed: {said}");
            }
        }

        _server = Start(
            "postgres", "-D", _folder, "-p", FormattableString.Invariant($"{_port}"), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off");
        _server.OutputDataReceived += static (_, _) => { };
        _server.ErrorDataReceived += static (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        long begin = Stopwatch.GetTimestamp();
        while (!await Answers())
        {
            if (_server.HasExited || Stopwatch.GetElapsedTime(begin) > LongestStart)
            {
                throw new InvalidOperationException("The PostgreSQL server of the tests has not started.");
            }

            await Task.Delay(50);
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();

            // It ends with all of its processes; killed, it would leave them behind for a moment, and they their files.
            using (Process stop = Start("pg_ctl", "stop", "-D", _folder, "-m", "immediate"))
            {
                await stop.WaitForExitAsync();
            }

            await _server.WaitForExitAsync().WaitAsync(LongestStart);
            _server.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabase()
    {
        string name = FormattableString.Invariant($"searches{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    /// <summary>How many rows of grains a database has that meet a condition.</summary>
    public static async Task<int> CountRows(string connection, string condition)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT count(*)::integer FROM mlp_search.GrainRow WHERE {condition}", database);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static Process Start(string program, params IEnumerable<string> arguments)
    {
        string path = Path.Combine(PostgresPrograms.Folder!, program);

        // The server refuses to run as root; Debian's package has made a user for it.
        bool isRoot = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;
        var start = new ProcessStartInfo(isRoot ? "setpriv" : path, isRoot ? ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    private string Connection(string database) => FormattableString.Invariant($"Host=127.0.0.1;Port={_port};Database={database};Username={User}");

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
