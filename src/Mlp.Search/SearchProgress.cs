using System;
using System.Collections.Generic;

namespace Mlp.Searching;

/// <summary>Where a search stands. It is told after each trial, and from time to time.</summary>
public sealed record SearchProgress
{
    /// <summary>The number of trials.</summary>
    public required int Trials { get; init; }

    /// <summary>How many trials are at work.</summary>
    public required int Running { get; init; }

    /// <summary>How many trials have ended, those that were stopped early included.</summary>
    public required int Finished { get; init; }

    /// <summary>How many of them successive halving has stopped.</summary>
    public required int Halved { get; init; }

    /// <summary>The best trial so far; null as long as none has a score.</summary>
    public TrialResult? Best { get; init; }

    /// <summary>The trial that has come to the end of its rung last; null as long as there is none. It may still go on.</summary>
    public TrialResult? Last { get; init; }

    /// <summary>How many hosts take part: 1 for a search in process.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>What should be known meanwhile, in words, such as that a host refuses a network. Mostly empty.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The time since this call began.</summary>
    public required TimeSpan Elapsed { get; init; }
}
