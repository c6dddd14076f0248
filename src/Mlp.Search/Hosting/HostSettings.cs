using System;
using Mlp.Searching.Grains;
using Orleans.Hosting;

namespace Mlp.Searching.Hosting;

/// <summary>How a host is started.</summary>
internal sealed record HostSettings
{
    /// <summary>The database of its cluster; none for a host by itself.</summary>
    internal string? ConnectionString { get; init; }

    /// <summary>The folder of the search that a host by itself runs; none where it is kept in memory.</summary>
    internal string? Folder { get; init; }

    /// <summary>How many trials it runs side by side; 0 leaves them to others.</summary>
    internal required int Workers { get; init; }

    /// <summary>What else is done to its silo.</summary>
    internal Action<ISiloBuilder>? ConfigureSilo { get; init; }

    /// <summary>How long hosts wait for each other.</summary>
    internal SearchTimes Times { get; init; } = new();

    /// <summary>Is told what workers do, for tests; none otherwise.</summary>
    internal IWorkerWatch? Watch { get; init; }

    /// <summary>Whether what is written is there after the host has died.</summary>
    internal bool Outlives
    {
        get => field || ConnectionString is not null || Folder is not null;
        init;
    }
}
