using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlp.Searching.Hosting;

/// <summary>What the results of a host depend on, where networks are not deterministic.</summary>
internal static class HostHardware
{
    /// <summary>Such as <c>X64 with vectors of 512 bits</c>.</summary>
    internal static string Name { get; } = FormattableString.Invariant($"{RuntimeInformation.ProcessArchitecture} with vectors of {Width} bits");

    /// <summary>The bits of its vectors.</summary>
    internal static int Width =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;
}
