using System;
using System.Globalization;
using System.Linq;
using Mlp.Lockstep;

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
        Console.Out.Write($"{name}: {BitHash.Of(values)} / {first}\n");
    }
}
