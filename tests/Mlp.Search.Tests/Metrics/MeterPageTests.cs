using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Runtime.CompilerServices;
using Mlp.Searching.Metrics;
using Shouldly;
using Xunit;

namespace Mlp.Searching.Tests.Metrics;

/// <summary>The page of searches lists the instruments of the meter.</summary>
public sealed class MeterPageTests
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["Counter`1"] = "counter",
        ["UpDownCounter`1"] = "up-down counter",
        ["Histogram`1"] = "histogram",
    };

    [Fact]
    public void The_page_has_a_row_for_each_instrument()
    {
        var published = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Mlp.Search")
                {
                    published.Add($"| `{instrument.Name}` | {Kinds[instrument.GetType().Name]} | {instrument.Unit} |");
                    instrument.Description.ShouldNotBeNullOrEmpty(instrument.Name);
                }
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(SearchMetrics).TypeHandle);
        listener.Start();

        string[] rows = [.. Repository.Read("docs", "searches.md").Split('\n').Where(line => line.StartsWith("| `mlp.search.", System.StringComparison.Ordinal))];

        published.Count.ShouldBeGreaterThan(5);
        rows.Select(row => string.Join('|', row.Split('|')[..4]) + "|").ShouldBe(published, ignoreOrder: true);
    }
}
