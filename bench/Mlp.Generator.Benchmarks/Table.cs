using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Mlp.Generator.Benchmarks;

/// <summary>Rows under headings, printed as Markdown that is legible as it stands.</summary>
/// <param name="headings">The first column is text; where the others are numbers, they stand to the right.</param>
public sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row with a cell for each heading.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        int[] widths = [.. headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Max())];
        var text = new StringBuilder();
        Append(text, headings, widths);
        text.Append("|" + string.Join('|', widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":")) + "|").Append('\n');
        foreach (string[] row in _rows)
        {
            Append(text, row, widths);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] cells, int[] widths) =>
        text.Append("| ").AppendJoin(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).Append(" |").Append('\n');
}
