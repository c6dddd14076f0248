using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.SearchProbe;
using Mlp.Training;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.SearchCluster.Tests;

/// <summary>Hosts that are killed while they search. They wait most of the time, and have a server of their own beside the other tests.</summary>
public sealed class KillTests(PostgresServer server, ITestOutputHelper output) : IClassFixture<PostgresServer>
{
    private const int Samples = 6_000;

    // Behind each epoch, so that trials take longer than a host to start, and the machine has other things to do meanwhile.
    private const int Pause = 150;
    private const string Name = "killed";

    /// <summary>
    /// Three processes search: the program that has asked for it, and two workers. Ten times one of them is killed with SIGKILL and started again, at moments that
    /// follow from a seed; every third time it is the one that has the search, otherwise another one. MLP_SEARCH_KILLS is the number of kills, for a long run, and MLP_SEARCH_SEED the seed.
    /// </summary>
    [DatabaseFact]
    public async Task Ten_kills_change_no_bit_of_the_table_and_lose_an_epoch_each_at_most_however_short()
    {
        int kills = Setting("MLP_SEARCH_KILLS", 10);
        int trials = 3 * kills;
        int seed = Setting("MLP_SEARCH_SEED", Environment.TickCount & 0xFFFF);
        output.WriteLine(FormattableString.Invariant($"seed {seed}, {kills} kills, {trials} trials"));
        string connection = await server.NewDatabase();
        await SearchDatabase.Create(connection);
        string file = Path.GetTempFileName();
        var lines = new ConcurrentQueue<(HostProcess Host, HostLine Line)>();
        void Hear(HostProcess host, HostLine line) => lines.Enqueue((host, line));
        Func<HostProcess>[] starts =
        [
            () => HostProcess.Run(connection, Name, trials, Samples, file, Pause, Hear),
            () => HostProcess.Worker(connection, Pause, Hear),
            () => HostProcess.Worker(connection, Pause, Hear),
        ];
        HostProcess[] hosts = [.. starts.Select(static start => start())];
        SearchResult plain = await Task.Run(() => Plain(trials));
        int needed = plain.Trials.Sum(static trial => trial.Folds.Sum(static fold => fold.Epochs));

        // How many epochs must be trained before each kill: random, and spread over the search.
        var random = new Random(seed);
        int[] moments = [.. Enumerable.Range(0, kills).Select(kill => (int)(needed * (kill + random.NextDouble()) / (kills + 1)))];
        int killsOfTheSearch = 0;
        for (int kill = 0; kill < kills && !hosts[0].HasExited; kill++)
        {
            while (lines.Count(static heard => heard.Line.Word == "epoch") < moments[kill] && !hosts[0].HasExited)
            {
                await Task.Delay(20);
            }

            await Task.Delay(random.Next(100));
            int[] joined = await Joined(hosts);
            int owner = Array.IndexOf(hosts, lines.LastOrDefault(static heard => heard.Line.Word == "search").Host);
            int[] others = [.. joined.Where(host => host != owner)];
            int victim = others.Length == 0 || (kill % 3 == 0 && joined.Contains(owner)) ? owner : others[random.Next(others.Length)];
            killsOfTheSearch += victim == owner ? 1 : 0;
            output.WriteLine(FormattableString.Invariant($"kill {kill + 1}: host {victim} after {lines.Count(static heard => heard.Line.Word == "epoch")} epochs, the search is on host {owner}"));
            await hosts[victim].Kill();
            hosts[victim] = starts[victim]();
        }

        await hosts[0].End().WaitAsync(TimeSpan.FromMinutes(2 + (kills / 4)));
        foreach (HostProcess host in hosts)
        {
            await host.DisposeAsync();
        }

        (await File.ReadAllTextAsync(file)).ShouldBe(plain.ToCsv());
        File.Delete(file);
        killsOfTheSearch.ShouldBeGreaterThan(0);
        HostLine[] said = [.. lines.Select(static heard => heard.Line)];
        int trained = said.Count(static line => line.Word == "epoch");
        output.WriteLine(FormattableString.Invariant($"{needed} epochs needed, {trained} trained; {killsOfTheSearch} kills of the host that has the search"));
        trained.ShouldBeInRange(needed, needed + kills, "each host runs one trial, so a kill loses one epoch at most");
        TimeSpan[] epochs = [.. lines.GroupBy(static heard => heard.Host).SelectMany(static host => Epochs([.. host.Select(static heard => heard.Line)])).Order()];
        output.WriteLine(FormattableString.Invariant($"an epoch takes {epochs[epochs.Length / 2].TotalMilliseconds:0} ms"));
        epochs[epochs.Length / 2].ShouldBeLessThan(new SearchOptions().CheckpointInterval, "it would not be written after each epoch by default");
        NothingFinishedIsRunAgain(said);
    }

    /// <summary>The hosts that have joined, one or more: those that are starting are no use to kill.</summary>
    private static async Task<int[]> Joined(HostProcess[] hosts)
    {
        while (true)
        {
            int[] joined = [.. Enumerable.Range(0, hosts.Length).Where(host => hosts[host].Lines.Any(static line => line.Word == "host"))];
            if (joined.Length > 0)
            {
                return joined;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>How long the first epoch of each training took: behind the others there is a pause.</summary>
    private static IEnumerable<TimeSpan> Epochs(HostLine[] lines)
    {
        for (int line = 1; line < lines.Length; line++)
        {
            if (lines[line - 1].Word == "begin" && lines[line].Word == "epoch")
            {
                yield return TimeSpan.FromTicks(lines[line].Ticks - lines[line - 1].Ticks);
            }
        }
    }

    private static void NothingFinishedIsRunAgain(HostLine[] said)
    {
        var ends = new Dictionary<(int Trial, int Rung), long>();
        foreach (HostLine line in said.Where(static line => line.Word == "complete"))
        {
            ends.TryAdd((line.Numbers[0], line.Numbers[1]), line.Ticks);
        }

        ends.Count.ShouldBeGreaterThan(0);
        foreach (HostLine line in said.Where(static line => line.Word == "begin"))
        {
            if (ends.TryGetValue((line.Numbers[0], line.Numbers[1]), out long end))
            {
                line.Ticks.ShouldBeLessThan(end, FormattableString.Invariant($"trial {line.Numbers[0]} on rung {line.Numbers[1]} was begun again after it was complete"));
            }
        }
    }

    private static SearchResult Plain(int trials)
    {
        Dataset data = ProbeSearch.Data(Samples);
        return PlainSearch.Run(SearchDefinition.Of(ProbeSearch.Space(), data, ProbeSearch.Options(Name, trials)), data, progress: null, CancellationToken.None);
    }

    private static int Setting(string name, int otherwise) => Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
