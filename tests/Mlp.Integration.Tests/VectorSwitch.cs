using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;

namespace Mlp.Integration.Tests;

/// <summary>A switch of the runtime that narrows its vectors, and the width that must be active under it.</summary>
/// <param name="Name">How the tests call it.</param>
/// <param name="Variable">The environment variable; empty for none.</param>
/// <param name="Value">Its value.</param>
/// <param name="Limit">The widest vectors it leaves, in bits; 0 is scalar code.</param>
public sealed record VectorSwitch(string Name, string Variable, string Value, int Limit)
{
    /// <summary>Every switch that works on .NET 10, as environment variables.</summary>
    public static IReadOnlyList<VectorSwitch> All { get; } =
    [
        new("None", "", "", 512),
        new("NoAvx512", "DOTNET_EnableAVX512", "0", 256),
        new("NoAvx2", "DOTNET_EnableAVX2", "0", 128),
        new("NoIntrinsics", "DOTNET_EnableHWIntrinsic", "0", 0),
        new("Prefer128", "DOTNET_PreferredVectorBitWidth", "128", 128),
    ];

    /// <summary>No switch: the width of the machine.</summary>
    public static VectorSwitch None => All[0];

    /// <summary>
    /// The switches that leave less than the machine has; any other would run what has run already. Two leave 128 bits and are not
    /// the same: without AVX2 there is no fused multiply-add either, with shorter vectors alone there is.
    /// </summary>
    public static IEnumerable<VectorSwitch> Narrowing => All.Where(vectors => vectors.Limit < Widest);

    /// <summary>The width this process has, which no switch can widen.</summary>
    public static int Widest =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>What MLP_EXPECT_WIDTH says in a child: the limit of the switch, or less where the machine has less.</summary>
    public string ExpectedWidth => int.Min(Limit, Widest) is var width and > 0 ? $"{width}" : "scalar";

    /// <summary>The variables of a child that has this switch and no other.</summary>
    public IReadOnlyDictionary<string, string?> Environment => All
        .Where(other => other.Variable.Length > 0)
        .ToDictionary(other => other.Variable, other => other == this ? other.Value : null);

    public override string ToString() => Name;
}
