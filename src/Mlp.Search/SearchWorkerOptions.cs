using Mlp.Searching.Space;

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

    /// <summary>The port of Orleans' dashboard on this host, 1 to 65,535. Null, the default, shows none.</summary>
    public int? Dashboard
    {
        get;
        init => field = value is { } port ? SettingRange.Between(port, 1, 65_535, nameof(Dashboard)) : null;
    }
}
