using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>The kinds of layers in what is measured, as descriptions call them, and what a contender may have of them.</summary>
internal static class LayerKind
{
    public const string Dense = "Dense";
    public const string Conv = "Conv";
    public const string MaxPool = "MaxPool";

    /// <summary>What a contender has that was written for dense networks.</summary>
    public static IReadOnlyList<string> DenseAlone { get; } = [Dense];

    /// <summary>What a contender has that runs any network.</summary>
    public static IReadOnlyList<string> All { get; } = [Dense, Conv, MaxPool];
}
