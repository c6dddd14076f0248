using System.Globalization;
using System.Linq;
using Mlp.Training;
using Spectre.Console;

namespace Mlp.Samples;

/// <summary>A confusion matrix as a table: what was right in green on the diagonal, what was not in red.</summary>
internal static class ConfusionTable
{
    public static Table Of(ConfusionMatrix confusion)
    {
        Table table = new Table().RoundedBorder().AddColumn("is \\ read");
        foreach (string name in confusion.ClassNames)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        for (int actual = 0; actual < confusion.ClassCount; actual++)
        {
            int row = actual;
            table.AddRow([confusion.ClassNames[row], .. Enumerable.Range(0, confusion.ClassCount).Select(read => Cell(confusion[row, read], row == read))]);
        }

        return table;
    }

    private static string Cell(int count, bool right)
    {
        string text = count.ToString(CultureInfo.InvariantCulture);
        return right ? $"[green]{text}[/]" : count == 0 ? "[grey]·[/]" : $"[red]{text}[/]";
    }
}
