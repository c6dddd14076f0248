using System.Collections.Generic;

namespace Mlp.Searching.Grains;

/// <summary>A host as a search knows it.</summary>
internal sealed class LeasingHost
{
    /// <summary>What its results depend on.</summary>
    internal required string Hardware { get; init; }

    /// <summary>Why it cannot run each network; none where it can.</summary>
    internal required string?[] Refusals { get; set; }

    /// <summary>Whether it runs trials at all.</summary>
    internal required bool HasWorkers { get; init; }

    /// <summary>When it was heard last, in milliseconds.</summary>
    internal long Heard { get; set; }

    /// <summary>The trials that it has, and since when, in milliseconds.</summary>
    internal Dictionary<int, long> Trials { get; } = [];
}
