using Mlp.Searching.Trials;
using Orleans;

namespace Mlp.Searching.Grains;

/// <summary>Where a search stands, for the program that waits for it.</summary>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.SearchStatus")]
internal sealed record SearchStatus
{
    /// <summary>Whether it is under way.</summary>
    [Id(0)]
    public required SearchPhase Phase { get; init; }

    /// <summary>Why it cannot go on, where it has failed.</summary>
    [Id(1)]
    public string? Failure { get; init; }

    /// <summary>The outcomes that were asked for, in the order in which they came in.</summary>
    [Id(2)]
    public required TrialOutcome[] Outcomes { get; init; }

    /// <summary>How many trials are at work.</summary>
    [Id(3)]
    public required int Running { get; init; }

    /// <summary>How many hosts take part.</summary>
    [Id(4)]
    public required int Hosts { get; init; }

    /// <summary>The kinds of hardware that have run trials.</summary>
    [Id(5)]
    public required string[] Hardware { get; init; }

    /// <summary>What hosts refuse, and why.</summary>
    [Id(6)]
    public required string[] Refusals { get; init; }
}
