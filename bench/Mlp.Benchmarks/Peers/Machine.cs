using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Mlp.Benchmarks.Peers;

/// <summary>Where a run took place.</summary>
internal static class Machine
{
    /// <summary>The processor's name, family and model.</summary>
    public static string Processor { get; } = string.Join(", ", new[] { "model name", "cpu family", "model", "cache size" }
        .Select(field => (field, value: Field(field)))
        .Where(pair => pair.value.Length > 0)
        .Select(pair => pair.field == "model name" ? pair.value : $"{pair.field.Replace("cpu ", "", StringComparison.Ordinal)} {pair.value}"));

    /// <summary>Cores that the process may use; the measurements use one.</summary>
    public static int Cores => Environment.ProcessorCount;

    /// <summary>The widest vectors in bits that the runtime uses.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Whether the processor has 512-bit vectors, whatever the runtime is told: AVX512F, bit 16 of leaf 7's EBX.</summary>
    public static bool ProcessorHas512 { get; } = X86Base.IsSupported && X86Base.CpuId(0, 0).Eax >= 7 && (X86Base.CpuId(7, 0).Ebx & (1 << 16)) != 0;

    /// <summary>The runtime and the system.</summary>
    public static string Runtime => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}";

    private static string Field(string name)
    {
        const string Path = "/proc/cpuinfo";
        return File.Exists(Path)
            ? File.ReadLines(Path).FirstOrDefault(line => line.Split('\t', ':')[0].Trim() == name)?.Split(':', 2)[1].Trim() ?? ""
            : "";
    }
}
