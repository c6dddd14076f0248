using System.Linq;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Hosting;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Grains;

/// <summary>What the program that waits for a search makes of what it hears.</summary>
public sealed class SearchFollowerTests
{
    [Fact]
    public async Task Hosts_of_different_hardware_are_noted_where_a_network_is_not_deterministic()
    {
        (await Notes<SquaredNet>("Arm64 with vectors of 128 bits", "X64 with vectors of 512 bits")).ShouldHaveSingleItem().ShouldBe(
            "Hosts of different hardware have run trials (Arm64 with vectors of 128 bits; X64 with vectors of 512 bits), on which SquaredNet give other bits: declare them with Deterministic = true, or the table depends on which host ran which trial.");
        (await Notes<SquaredNet>("X64 with vectors of 512 bits")).ShouldBeEmpty();
        (await Notes<SmallNet>("Arm64 with vectors of 128 bits", "X64 with vectors of 512 bits")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_outcome_is_told_with_the_hosts_that_take_part()
    {
        var heard = new HeardProgress();
        var follower = new SearchFollower(Searches.Random(4), heard);

        follower.Follow(Status([Outcome(2), Outcome(0)], running: 2, hosts: 3));
        follower.Follow(Status([Outcome(1), Outcome(3)], running: 0, hosts: 1));

        heard.All.Select(static report => report.Last!.Index).ShouldBe([2, 0, 1, 3]);
        heard.All.Select(static report => report.Finished).ShouldBe([1, 2, 3, 4]);
        heard.All.Select(static report => report.Hosts).ShouldBe([3, 3, 1, 1]);
        heard.All.Select(static report => report.Running).ShouldBe([2, 2, 0, 0]);
        heard.All.Last().Best!.Index.ShouldBe(0);
        follower.Known.ShouldBe(4);
        (await follower.Result(static _ => Task.FromResult<byte[]?>(null))).IsComplete.ShouldBeTrue();
    }

    private static async Task<string[]> Notes<TNetwork>(params string[] hardware)
        where TNetwork : class, INetwork<TNetwork>, new()
    {
        SearchDefinition definition = SearchDefinition.Of(SearchSpace.Of<TNetwork>().LearningRate(0.1), Samples.Clouds(), new SearchOptions { Trials = 1 });
        var follower = new SearchFollower(definition, progress: null);
        follower.Follow(Status([], running: 0, hosts: 1) with { Hardware = hardware });
        return [.. (await follower.Result(static _ => Task.FromResult<byte[]?>(null))).Notes];
    }

    private static SearchStatus Status(TrialOutcome[] outcomes, int running, int hosts) =>
        new() { Phase = SearchPhase.Running, Outcomes = outcomes, Running = running, Hosts = hosts, Hardware = [], Refusals = [] };

    private static TrialOutcome Outcome(int index) =>
        new() { Index = index, Rung = 0, Folds = [new FoldOutcome(0.5 + index, 0.5 + index, 1, 3, TrialStop.Completed)], Score = 0.5 + index, Deviation = 0, Stop = TrialStop.Completed };
}
