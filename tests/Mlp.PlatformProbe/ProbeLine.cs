using System;
using System.Globalization;
using System.Linq;

namespace Mlp.PlatformProbe;

/// <summary>A line of the report: a name, a hash of the bits of all values, and the first values, so that nearly equal can be told from wrong.</summary>
internal static class ProbeLine
{
    private const int Shown = 8;

    /// <summary>Prints one.</summary>
    /// <param name="name">What was computed.</param>
    /// <param name="values">All that came out.</param>
    public static void Print(string name, float[] values)
    {
        string first = string.Join(' ', values.Take(Shown).Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
        Console.Out.Write($"{name}: {Hash(values):x16} / {first}\n");
    }

    // FNV-1a over the bits, a float at a time.
    private static ulong Hash(float[] values)
    {
        ulong hash = 14_695_981_039_346_656_037;
        foreach (float value in values)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(value)) * 1_099_511_628_211;
        }

        return hash;
    }
}
