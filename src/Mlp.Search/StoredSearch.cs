using System;

namespace Mlp.Searching;

/// <summary>A search in the database of a cluster.</summary>
public sealed record StoredSearch
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>How it stands.</summary>
    public required SearchPhase Phase { get; init; }

    /// <summary>The number of its trials.</summary>
    public required int Trials { get; init; }

    /// <summary>How many trials have ended, those that were stopped early included.</summary>
    public required int Finished { get; init; }

    /// <summary>Why it cannot go on, where it has failed; null otherwise.</summary>
    public string? Failure { get; init; }

    /// <summary>When something of it was written last, by the clock of the database.</summary>
    public required DateTimeOffset Written { get; init; }
}
