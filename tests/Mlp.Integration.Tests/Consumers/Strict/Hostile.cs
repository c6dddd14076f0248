namespace Consumers.Hostile;

// A namespace in which the names that emitted code uses mean something else.

internal static class System;

internal static class Mlp;

internal static class Vector128;

internal static class Vector256;

internal static class Vector512;

internal static class Unsafe;

internal static class MemoryMarshal;

internal static class Math;

internal static class Single;

internal static class Span;

internal static class ReadOnlySpan;

internal static class VectorMath;

internal static class Require;

/// <summary>A network among them.</summary>
[global::Mlp.Mlp(5, 9, 4, Hidden = "SiLU", Output = "Softmax", Optimizer = "Adam", L1 = 1e-6)]
public sealed partial class Surrounded;
