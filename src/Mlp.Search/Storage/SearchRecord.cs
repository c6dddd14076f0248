using System;
using Mlp.Searching.Space;
using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>What is kept of a search beside its outcomes.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.SearchRecord")]
internal sealed class SearchRecord
{
    /// <summary>What is searched; none as long as nobody has begun it.</summary>
    [Id(0)]
    public SearchDefinition? Definition { get; set; }

    /// <summary>Whether it is under way.</summary>
    [Id(1)]
    public SearchPhase Phase { get; set; }

    /// <summary>Why it cannot go on, where it has failed.</summary>
    [Id(2)]
    public string? Failure { get; set; }

    /// <summary>The kinds of hardware that have run trials: <see cref="Hosting.HostHardware"/>.</summary>
    [Id(3)]
    public string[] Hardware { get; set; } = [];

    /// <summary>How long a trial trains between two writes of where it stands, as the program wants it that has asked for the search last.</summary>
    [Id(4)]
    public TimeSpan CheckpointInterval { get; set; }
}
