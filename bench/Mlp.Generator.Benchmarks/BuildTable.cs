using System;
using System.Collections.Generic;
using System.Globalization;

namespace Mlp.Generator.Benchmarks;

/// <summary>The times of builds, side by side.</summary>
public static class BuildTable
{
    public static string Write(IReadOnlyList<BuildComparison> comparisons)
    {
        var table = new Table("`dotnet build --no-restore`, 20 networks", "without", "with", "difference", "ratio");
        foreach (BuildComparison comparison in comparisons)
        {
            table.Add(
                comparison.Build,
                Spell(comparison.Without),
                Spell(comparison.With),
                Spell(comparison.With - comparison.Without),
                (comparison.With / comparison.Without).ToString("0.00", CultureInfo.InvariantCulture));
        }

        return table.ToString();
    }

    private static string Spell(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
