namespace Mlp.Searching.Space;

/// <summary>What random numbers of a search are for. Their numbers never change: the table follows from them. An axis has that of its <see cref="AxisName"/>.</summary>
internal static class DrawPurpose
{
    /// <summary>Which network.</summary>
    internal const ulong Network = 0;

    /// <summary>In which order points of a listed space are tried.</summary>
    internal const ulong Order = 100;

    /// <summary>The seed of a trial.</summary>
    internal const ulong Trial = 101;
}
