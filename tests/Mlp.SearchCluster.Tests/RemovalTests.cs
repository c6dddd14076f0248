using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Mlp.Searching.Grains;
using Mlp.Searching.Hosting;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.SearchProbe;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.SearchCluster.Tests;

/// <summary>Searches that are listed and removed, while a host that knows them lives.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RemovalTests(PostgresServer server)
{
    private static readonly Dataset Data = ProbeSearch.Data(1_000);

    [DatabaseFact]
    public async Task A_search_is_removed_with_all_that_is_kept_of_it_and_its_name_is_free_at_once()
    {
        string connection = await server.NewDatabase();
        await SearchDatabase.Create(connection);
        (await SearchDatabase.List(connection)).ShouldBeEmpty();
        await using HostProcess worker = HostProcess.Worker(connection, pause: 30);
        await worker.Word("host");
        SearchOptions options = ProbeSearch.Options("stop_ed", 20).UseCluster(connection) with { Workers = 0 };

        string refusal = await RunAndStop(options, async () => (await Should.ThrowAsync<SearchException>(() => SearchDatabase.Remove(connection, "stop_ed"))).Message);
        StoredSearch paused = (await SearchDatabase.List(connection)).ShouldHaveSingleItem();
        bool wasThere = await SearchDatabase.Remove(connection, "stop_ed");
        bool isThere = await SearchDatabase.Remove(connection, "stop_ed");

        // The worker may still be at trials of the removed search, and at once there is another one of its name.
        options = options with { Trials = 4, Seed = 2, Epochs = 4 };
        SearchResult other = await Search.Run(ProbeSearch.Space(), Data, options);
        StoredSearch finished = (await SearchDatabase.List(connection)).ShouldHaveSingleItem();
        await worker.Leave();

        // An underscore is any character to some patterns: the search of the other name must stay.
        await Abandon(connection, options, "left", "stopped");
        string?[] names = [.. (await SearchDatabase.List(connection)).Select(static search => search.Phase == SearchPhase.Running ? search.Name : null)];
        bool[] removed = [await SearchDatabase.Remove(connection, "stop_ed"), await SearchDatabase.Remove(connection, "left")];
        int rest = await PostgresServer.CountRows(connection, "RowName <> 'board' AND KeyText <> 'stopped'");
        removed = [.. removed, await SearchDatabase.Remove(connection, "stopped")];

        refusal.ShouldStartWith("The search stop_ed is running, and the cluster has hosts (2) that work on it: cancel it first");
        (paused.Name, paused.Phase, paused.Trials).ShouldBe(("stop_ed", SearchPhase.Paused, 20));
        paused.Finished.ShouldBeLessThan(20);
        (wasThere, isThere).ShouldBe((true, false));
        other.ToCsv().ShouldBe(PlainSearch.Run(SearchDefinition.Of(ProbeSearch.Space(), Data, options), Data, progress: null, CancellationToken.None).ToCsv());
        other.Kept.Count.ShouldBe(3);
        (finished.Phase, finished.Trials, finished.Finished).ShouldBe((SearchPhase.Finished, 4, 4));
        (finished.Written - paused.Written).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));
        names.ShouldBe(["left", null, "stopped"]);
        removed.ShouldAllBe(static isGone => isGone, "all hosts are gone");
        rest.ShouldBe(1, "the record of the data, which the last search needs");
        (await PostgresServer.CountRows(connection, "RowName <> 'board'")).ShouldBe(0);
        (await SearchDatabase.List(connection)).ShouldBeEmpty();
    }

    /// <summary>Runs a search until an outcome has come in, does something, and cancels.</summary>
    private static async Task<T> RunAndStop<T>(SearchOptions options, Func<Task<T>> meanwhile)
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        Task<SearchResult> search = Search.Run(ProbeSearch.Space(), Data, options, new Hearing(report => _ = report.Last is not null && begun.TrySetResult()), stop.Token);
        await begun.Task;
        T done = await meanwhile();
        await stop.CancelAsync();
        (await search).IsComplete.ShouldBeFalse();
        return done;
    }

    /// <summary>Begins searches on a host that leaves then: they are running, and have no host.</summary>
    private static async Task Abandon(string connection, SearchOptions options, params string[] names)
    {
        SearchDefinition definition = SearchDefinition.Of(ProbeSearch.Space(), Data, options);
        await using SearchHost host = await SearchHost.Start(new HostSettings { ConnectionString = connection, Workers = 0 }, CancellationToken.None);
        foreach (string name in names)
        {
            await host.Grains.GetGrain<IDatasetGrain>(definition.Data.Hash).Hold(name);
            (await host.Grains.GetGrain<ISearchGrain>(name).Start(definition, TimeSpan.Zero)).ShouldBeEmpty();
        }
    }
}
