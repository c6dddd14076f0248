using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Mlp.SearchProbe;
using Npgsql;
using Shouldly;
using Xunit;

namespace Mlp.SearchCluster.Tests;

/// <summary>The tables of a cluster, and what is said where they or the database are missing.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SchemaTests(PostgresServer server)
{
    [DatabaseFact]
    public async Task Tables_are_made_once_by_many_at_the_same_time_and_again()
    {
        string connection = await server.NewDatabase();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SearchDatabase.Create(connection)));
        await SearchDatabase.Create(connection);

        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*)::integer FROM mlp_search.OrleansQuery", database);
        (await command.ExecuteScalarAsync()).ShouldBe(14);
    }

    [DatabaseFact]
    public async Task A_database_without_tables_is_told_before_the_first_trial()
    {
        string connection = await server.NewDatabase();

        SearchException search = await Should.ThrowAsync<SearchException>(() => Run(connection));
        SearchException worker = await Should.ThrowAsync<SearchException>(() => SearchWorker.Run(connection));

        search.Message.ShouldContain("has no tables for searches: call SearchDatabase.Create once.");
        worker.Message.ShouldBe(search.Message);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_before_the_first_trial()
    {
        const string Nowhere = "Host=127.0.0.1;Port=1;Database=searches;Username=nobody";

        foreach (Func<Task> call in (Func<Task>[])[() => Run(Nowhere), () => SearchWorker.Run(Nowhere), () => SearchDatabase.Create(Nowhere)])
        {
            (await Should.ThrowAsync<SearchException>(call)).Message.ShouldStartWith("The database searches at 127.0.0.1:1 cannot be reached: ");
        }
    }

    [Theory]
    [InlineData("Database=searches", "has no Host")]
    [InlineData("Hosts=db", "connectionString is none of Npgsql")]
    public async Task A_connection_string_that_is_none_is_told(string connection, string message)
    {
        (await Should.ThrowAsync<ArgumentException>(() => Run(connection))).Message.ShouldContain(message);
        (await Should.ThrowAsync<ArgumentException>(() => SearchDatabase.Create(connection, CancellationToken.None))).Message.ShouldContain(message);
    }

    private static Task<SearchResult> Run(string connection) =>
        Search.Run(ProbeSearch.Space(), ProbeSearch.Data(40), ProbeSearch.Options("none", 1).UseCluster(connection));
}
