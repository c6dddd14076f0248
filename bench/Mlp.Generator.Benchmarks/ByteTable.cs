using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Generator.Benchmarks;

/// <summary>The emitted bytes of every listed shape.</summary>
public static class ByteTable
{
    /// <summary>What the kernels of a network may take at one vector width.</summary>
    public const int Limit = 100_000;

    /// <summary>Counts and writes.</summary>
    public static string Write() => Write([.. KnownShapes.Listed.Select(EmittedBytes.Of)]);

    /// <summary>Writes what was counted.</summary>
    public static string Write(IReadOnlyList<EmittedBytes> networks)
    {
        var table = new Table(["network", .. networks[0].Widths.Select(width => width.Key), "the rest", "in all"]);
        foreach (EmittedBytes network in networks)
        {
            table.Add([network.Shape.ToString(), .. network.Widths.Select(width => Spell(width.Value)), Spell(network.Rest), Spell(network.Sum)]);
        }

        return table.ToString();
    }

    private static string Spell(int bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
