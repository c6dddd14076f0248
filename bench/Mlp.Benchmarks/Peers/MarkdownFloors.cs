using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Benchmarks.Peers;

/// <summary>Floors as rows of the document.</summary>
internal static class MarkdownFloors
{
    /// <summary>The head of their table.</summary>
    public const string Head = "| work | at least | reached | |\n|---|---|---|---|\n";

    /// <summary>Writes a row for each.</summary>
    public static void Write(StringBuilder text, WidthReport report, IReadOnlyList<Floor> floors)
    {
        foreach (Floor floor in floors)
        {
            string wanted = string.Join(", ", floor.Demands.Select(demand => demand.AtMost ? $"at most {demand.Wanted}" : demand.Wanted));
            string got = string.Join(", ", floor.Demands.Select(demand => demand.Got(report)));
            text.Append(CultureInfo.InvariantCulture, $"| {floor.Work} | {wanted} | {got} | {Cells.Verdict(floor, report)} |\n");
        }
    }
}
