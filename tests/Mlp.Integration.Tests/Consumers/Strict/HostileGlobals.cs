#pragma warning disable CA1050, CA1812 // These names are outside all namespaces on purpose.

internal static class Vector256;

internal static class Vector512;

internal static class Unsafe;

internal static class VectorLanes;

internal static class Storage;

internal static class Numerics;
