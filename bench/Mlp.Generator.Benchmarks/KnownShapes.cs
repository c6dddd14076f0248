using System.Collections.Immutable;
using System.Linq;

namespace Mlp.Generator.Benchmarks;

/// <summary>The shapes that are measured.</summary>
public static class KnownShapes
{
    /// <summary>A small, a middling and a large network.</summary>
    public static ImmutableArray<NetworkShape> Alone { get; } = [new("4-16-3"), new("784-128-10"), new("784-512-512-10")];

    /// <summary>Those that join <see cref="Twenty"/>; none is among them.</summary>
    public static ImmutableArray<NetworkShape> Joining { get; } =
        [new("4-16-3"), new("8-32-32-4", "Tanh", "Identity"), new("64-32-10"), new("784-128-10"), new("784-512-512-10")];

    /// <summary>Twenty different shapes of a few sizes and activations, so that no kernels are shared.</summary>
    public static ImmutableArray<NetworkShape> Twenty { get; } =
    [
        .. from sizes in new[] { "6-12-2", "10-20-5", "13-32-16-1", "30-24-8-2", "96-64-10" }
           from hidden in new[] { "ReLU", "Tanh", "Sigmoid", "GELU" }
           select new NetworkShape(sizes, hidden, "Identity"),
    ];

    /// <summary>Those whose emitted text is listed; the last two are at the limits of layers.</summary>
    public static ImmutableArray<NetworkShape> Listed { get; } =
    [
        new("2-2-1", "Tanh", "Sigmoid"),
        new("4-16-3"),
        new("4-32-16-4", "Tanh", "Identity"),
        new("8-32-32-4", "Tanh", "Identity"),
        new("13-1", Output: "Exp"),
        new("64-32-10"),
        new("64-64-10"),
        new("784-128-10"),
        new("784-512-512-10"),
        new("4096-100-1000", "GELU"),
        new("90-80-70-60-50-40-30-20-10-5-2"),
        new(string.Join('-', Enumerable.Repeat("16", 33)), "SiLU"),
    ];
}
