using System;
using Mlp.Searching.Space;
using Orleans.Hosting;

namespace Mlp.Searching;

/// <summary>How a host takes part in the searches of a cluster. Immutable.</summary>
public sealed record SearchWorkerOptions
{
    /// <summary>How many trials run side by side, each on a thread of its own: 1 or more. Null, the default, is one for each processor.</summary>
    public int? Workers
    {
        get;
        init => field = value is { } workers ? SettingRange.AtLeast(workers, 1, nameof(Workers)) : null;
    }

    /// <summary>
    /// Is handed the silo of this host before it is built, for what a search does not decide: a dashboard, logs, TLS between hosts. Null, the default,
    /// adds nothing.
    /// </summary>
    public Action<ISiloBuilder>? ConfigureSilo { get; init; }
}
