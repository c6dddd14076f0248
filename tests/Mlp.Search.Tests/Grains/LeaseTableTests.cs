using System.Collections.Generic;
using System.Linq;
using System.Net;
using Mlp.Searching.Grains;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Orleans.Runtime;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Grains;

/// <summary>Which host has which trial.</summary>
public sealed class LeaseTableTests
{
    private static readonly SiloAddress One = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1), 1);
    private static readonly SiloAddress Two = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 2), 1);
    private static readonly string?[] All = [null, null];

    private readonly TrialQueue _queue = new(SearchDefinition.Of(
        SearchSpace.Of<SmallNet>().Or<WideNet>().LearningRate(0.1, 0.2), Samples.Clouds(), new SearchOptions { Strategy = SearchStrategy.Grid }));

    [Fact]
    public void A_host_that_has_not_reported_gets_no_trial()
    {
        new LeaseTable(_queue).Lease(One, 0).ShouldBeNull();
        _queue.Leased.ShouldBe(0);
    }

    [Fact]
    public void Trials_of_a_lost_host_go_to_another_one()
    {
        var leases = new LeaseTable(_queue);
        leases.Hear(Report(One, All), 0);
        leases.Hear(Report(Two, All), 0);
        int[] first = [leases.Lease(One, 0)!.Index, leases.Lease(One, 0)!.Index];

        leases.Lose(One).ShouldBe(first, ignoreOrder: true);

        leases.Running.ShouldBe(0);
        new[] { leases.Lease(Two, 0)!.Index, leases.Lease(Two, 0)!.Index }.ShouldBe(first);
        leases.Hear(Report(One, All, first), 1).ShouldBe(first, "it was given up, and another one has its trials");
    }

    [Fact]
    public void What_hosts_run_when_a_search_moves_is_theirs()
    {
        var leases = new LeaseTable(_queue);

        leases.Hear(Report(One, All, 2, 0), 0).ShouldBeEmpty();
        leases.Hear(Report(Two, All, 2, 3), 0).ShouldBe([2]);

        leases.Running.ShouldBe(3);
        leases.Lease(Two, 0)!.Index.ShouldBe(1);
        leases.Lease(Two, 0).ShouldBeNull();
    }

    [Fact]
    public void A_lease_of_which_a_host_never_heard_returns()
    {
        var leases = new LeaseTable(_queue);
        leases.Hear(Report(One, All), 0);
        int index = leases.Lease(One, 0)!.Index;

        leases.Hear(Report(One, All), 1_000);
        leases.Running.ShouldBe(1, "the answer may be on its way");
        leases.Hear(Report(One, All), 10_000);

        leases.Running.ShouldBe(0);
        leases.Lease(One, 10_000)!.Index.ShouldBe(index);
    }

    [Fact]
    public void A_network_that_a_host_refuses_goes_to_another_one()
    {
        var leases = new LeaseTable(_queue);
        leases.Hear(Report(One, ["It is not here.", null]), 0);
        int[] done = [leases.Lease(One, 0)!.Index, leases.Lease(One, 0)!.Index];
        leases.Lease(One, 0).ShouldBeNull();

        leases.Unserved(100, 1_000).ShouldBeNull();
        leases.Unserved(1_200, 1_000).ShouldBe(0, "nobody can run it for too long");
        leases.Hear(Report(Two, All), 1_300);
        leases.Unserved(1_400, 1_000).ShouldBeNull();

        new[] { leases.Lease(Two, 1_400)!.Index, leases.Lease(Two, 1_400)!.Index }.Concat(done).ShouldBe([0, 1, 2, 3], ignoreOrder: true);
    }

    private static HostReport Report(SiloAddress host, string?[] refusals, params IEnumerable<int> running) =>
        new(host, "identity", "X64", [.. running.Select(static index => new TrialSpec(index, 0, 50))], refusals, HasWorkers: true);
}
