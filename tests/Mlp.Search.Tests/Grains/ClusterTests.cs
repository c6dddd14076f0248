using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Hosting;
using Orleans.TestingHost;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Searches on three silos in this process, which share a storage: the same table as the plain loop's, whatever happens to a silo.</summary>
[Collection(SiloCollection.Name)]
public sealed class ClusterTests
{
    private const short Silos = 3;

    private static readonly SearchTimes Times = new()
    {
        Heartbeat = TimeSpan.FromMilliseconds(50),
        Settling = TimeSpan.FromSeconds(1),
        Look = TimeSpan.FromMilliseconds(10),
    };

    private static SearchOptions Options => FoldedSearch.Options with { Halving = new() { FirstEpochs = 3, Factor = 3 } };

    [Fact]
    public async Task A_search_on_three_silos_of_which_one_leaves_gives_the_table_of_a_plain_loop()
    {
        await using var cluster = new WatchedCluster(Silos, pause: TimeSpan.FromMilliseconds(5), Times);
        await cluster.Start();
        SearchResult plain = Plain();
        Task<SearchResult> search = Task.Run(() => Session().Run(cluster.Client, workers: null, CancellationToken.None, CancellationToken.None));

        await cluster.Until(() => cluster.Watches.All(static watch => watch.Completed.Any()));
        InProcessSiloHandle keeper = await cluster.KeeperOf(Options.Name);
        InProcessSiloHandle leaving = cluster.Alive.First(silo => silo != keeper);
        await cluster.Until(() => cluster.WatchOf(leaving).IsTraining);
        await cluster.Leave(leaving);
        search.IsCompleted.ShouldBeFalse();
        SearchResult result = await search.WaitAsync(TimeSpan.FromMinutes(2));

        result.ToCsv().ShouldBe(plain.ToCsv());
        result.IsComplete.ShouldBeTrue();
        result.Kept.Select(static trial => trial.Index).ShouldBe(plain.Kept.Select(static trial => trial.Index));
        cluster.Epochs.ShouldBeInRange(Epochs(plain), Epochs(plain) + WatchedCluster.Workers);
        cluster.BegunAgain().ShouldBeEmpty("what has finished is not run again");
    }

    [Fact]
    public async Task Silos_that_are_killed_show_in_no_bit_of_the_table_and_lose_an_epoch_of_each_trial_at_most()
    {
        await using var cluster = new WatchedCluster(Silos, pause: TimeSpan.FromMilliseconds(5), Times);
        await cluster.Start();
        SearchResult plain = Plain();
        int needed = Epochs(plain);
        Task<SearchResult> search = Task.Run(() => Session().Run(cluster.Client, workers: null, CancellationToken.None, CancellationToken.None));

        await cluster.Until(() => cluster.Epochs > needed / 4);
        InProcessSiloHandle keeper = await cluster.KeeperOf(Options.Name);
        await cluster.Kill(keeper);

        // Another one has taken over, and both go on.
        await cluster.Until(() => cluster.Epochs > needed / 2);
        InProcessSiloHandle next = await cluster.KeeperOf(Options.Name);
        next.SiloAddress.ShouldNotBe(keeper.SiloAddress);
        InProcessSiloHandle other = cluster.Alive.Single(silo => silo != next);
        await cluster.Until(() => cluster.WatchOf(other).IsTraining);
        search.IsCompleted.ShouldBeFalse();
        await cluster.Kill(other);
        SearchResult result = await search.WaitAsync(TimeSpan.FromMinutes(2));

        result.ToCsv().ShouldBe(plain.ToCsv());
        result.IsComplete.ShouldBeTrue();
        cluster.Epochs.ShouldBeInRange(needed, needed + (2 * WatchedCluster.Workers), "each kill loses an epoch of each of the silo's trials at most");
        cluster.BegunAgain().ShouldBeEmpty("what has finished is not run again");
    }

    private static SearchSession Session() => new(FoldedSearch.Definition(Options), FoldedSearch.Data, Options, Times, progress: null) { Patience = new Patience(TimeSpan.FromSeconds(20)), IsShared = true };

    private static SearchResult Plain() => FoldedSearch.Plain(Options);

    private static int Epochs(SearchResult result) => result.Trials.Sum(static trial => trial.Folds.Sum(static fold => fold.Epochs));
}
