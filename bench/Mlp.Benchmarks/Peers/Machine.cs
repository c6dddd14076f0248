using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
