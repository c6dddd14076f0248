using System;
using System.Collections.Concurrent;
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

/// <summary>Searches that several hosts share.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SharedSearchTests(PostgresServer server)
{
    private static readonly Dataset Data = ProbeSearch.Data(4_000);

    /// <summary>
    /// The program only asks; two processes run the trials of three searches, which have the same data, and hear of a cancellation. The vectors of one of the
    /// processes are narrow.
    /// </summary>
    [DatabaseFact]
    public async Task Two_hosts_of_different_hardware_share_searches_and_are_sent_the_data_once()
    {
        string connection = await server.NewDatabase();
        await SearchDatabase.Create(connection);
        await using HostProcess first = HostProcess.Worker(connection, pause: 60);
        await using HostProcess second = HostProcess.Worker(connection, pause: 60, isNarrow: true);
        await Task.WhenAll(first.Word("host"), second.Word("host"));

        SearchOptions options = ProbeSearch.Options("shared", 9).UseCluster(connection) with { Workers = 0 };
        using var stop = new CancellationTokenSource();
        var hosts = new ConcurrentBag<int>();
        SearchResult part = await Search.Run(ProbeSearch.Space(), Data, options, new Hearing(report =>
        {
            hosts.Add(report.Hosts);
            if (report.Last is not null)
            {
                stop.Cancel();
            }
        }), stop.Token);
        SearchResult shared = await Search.Run(ProbeSearch.Space(), Data, options, new Hearing(report => hosts.Add(report.Hosts)));
        SearchResult other = await Search.Run(ProbeSearch.Space(), Data, options with { Name = "other", Seed = 3 });
        SearchResult dependent = await Search.Run(
            SearchSpace.Of<WidthNet>().LearningRate(Values.Uniform(0.01, 0.1)), Data, options with { Name = "dependent", Trials = 16, Halving = null, Epochs = 2 });
        SearchResult known = await Search.Run(ProbeSearch.Space(), Data, options);
        await Task.WhenAll(first.Leave(), second.Leave());

        (await first.Word("host")).Numbers[1].ShouldBe(HostHardware.Width);
        (await second.Word("host")).Numbers[1].ShouldBe(128);
        shared.Notes.ShouldBeEmpty();
        if (HostHardware.Width != 128)
        {
            dependent.Notes.ShouldHaveSingleItem().ShouldStartWith($"Hosts of different hardware have run trials (X64 with vectors of 128 bits; {HostHardware.Name}), on which WidthNet give other bits: ");
        }

        part.IsComplete.ShouldBeFalse();
        shared.ToCsv().ShouldBe(Plain(options).ToCsv());
        shared.Kept.Count.ShouldBe(3);
        other.ToCsv().ShouldBe(Plain(options with { Seed = 3 }).ToCsv());
        known.ToCsv().ShouldBe(shared.ToCsv());
        hosts.Max().ShouldBe(2);
        (await PostgresServer.CountRows(connection, "RowName LIKE 'trial%' OR RowName LIKE 'page%'")).ShouldBe(0, "finished searches keep neither states nor data");
        (await PostgresServer.CountRows(connection, "RowName LIKE 'weights%'")).ShouldBe(9, "the best three of three searches");
        foreach (HostProcess host in (HostProcess[])[first, second])
        {
            host.Lines.Count(static line => line.Word == "begin").ShouldBeGreaterThan(2, host.Errors);
            (await host.Word("fetched")).Numbers.ShouldBe([1]);
        }
    }

    /// <summary>The other host's program does not have this assembly.</summary>
    [DatabaseFact]
    public async Task A_network_that_a_host_does_not_have_is_refused_and_named()
    {
        string connection = await server.NewDatabase();
        await SearchDatabase.Create(connection);
        await using HostProcess stranger = HostProcess.Worker(connection);
        await stranger.Word("host");
        SearchSpace space = SearchSpace.Of<SlowNet>().Or<OwnNet>().LearningRate(0.01, 0.02);
        SearchOptions options = new SearchOptions { Name = "strange", Strategy = SearchStrategy.Grid, Epochs = 2, Workers = 0 }.UseCluster(connection);
        var run = new HostedRun(SearchDefinition.Of(space, Data, options), Data, options, progress: null)
        {
            Times = new SearchTimes { Unserved = TimeSpan.FromSeconds(2) },
        };

        SearchException refused = await Should.ThrowAsync<SearchException>(() => run.Run(CancellationToken.None));
        SearchResult result = await Search.Run(space, Data, options with { Workers = 1 });

        refused.Message.ShouldStartWith("No host can run OwnNet, a network of the search. 127.0.0.1:");
        refused.Message.ShouldContain(": This host has no type Mlp.SearchCluster.Tests.OwnNet, Mlp.SearchCluster.Tests, a network of the search: start the same program on every host.");
        result.IsComplete.ShouldBeTrue();
        result.ToCsv().ShouldBe(PlainSearch.Run(SearchDefinition.Of(space, Data, options), Data, progress: null, CancellationToken.None).ToCsv());
        result.Notes.ShouldHaveSingleItem().ShouldContain("OwnNet");
        stranger.Lines.Count(static line => line.Word == "begin").ShouldBeGreaterThan(0, "it runs what it has");
    }

    private static SearchResult Plain(SearchOptions options) =>
        PlainSearch.Run(SearchDefinition.Of(ProbeSearch.Space(), Data, options), Data, progress: null, CancellationToken.None);
}
