using System;

namespace Mlp.Searching.Grains;

/// <summary>How long hosts and searches wait for each other.</summary>
internal sealed record SearchTimes
{
    /// <summary>How often a host says that it lives, and looks for searches.</summary>
    internal TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A host that has been silent for so long has lost its trials. The cluster notices a host that was killed earlier.</summary>
    internal TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a search that has moved to another host waits for the others to say what they run, before it hands out trials.</summary>
    internal TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long trials wait for a host that has their network, before the search fails.</summary>
    internal TimeSpan Unserved { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a host by itself tries again to write, before the search ends with an exception. In a cluster others may have more luck, and hosts try on.</summary>
    internal TimeSpan Unwritable { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the program that waits looks where the search stands.</summary>
    internal TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(100);
}
