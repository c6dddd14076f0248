using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace Mlp.Benchmarks.Peers;

/// <summary>A run's tables in the terminal.</summary>
internal static class ConsoleTables
{
    /// <summary>Prints peaks, times and the floors of each width.</summary>
    public static void Print(PeersReport report)
    {
        foreach (WidthReport width in report.Widths)
        {
            Print(width);
        }

        foreach (FirstCallTime time in report.Widest.FirstCalls)
        {
            AnsiConsole.MarkupLineInterpolated($"First call of {time.Shape}: {time.Inside:0.0} ms, the whole process {time.Whole:0.0} ms over an empty one");
        }

        Print("Heap bytes a call", report.Widest, [.. PeerNames.Packages], Cells.HeapBytes);
        Print("At any width", report.Widest, Floor.AtAnyWidth);
    }

    private static void Print(WidthReport report)
    {
        AnsiConsole.Write(new Rule($"{report.Width}, {Machine.Processor}"));
        foreach (Introduction contender in report.Contenders)
        {
            AnsiConsole.MarkupLineInterpolated($"[bold]{contender.Name}[/]: {contender.About}");
        }

        AnsiConsole.MarkupLineInterpolated($"Peak: {string.Join(", ", report.Peaks.Select(peak => $"{peak.Key} bits {peak.Value:0} GFLOP/s"))}");
        var contenders = report.Contenders.ToDictionary(contender => contender.Name);
        Print("Nanoseconds a sample, and times ours", report, [.. contenders.Keys], (one, name) => Cells.Time(one, contenders[name]));
        Print("Reach", report, Floor.At(report.Width));
    }

    private static void Print(string title, WidthReport report, string[] names, Func<Measurement, string, string> cell)
    {
        var table = new Table { Title = new TableTitle(title) };
        table.AddColumn("work");
        foreach (string name in names)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (Measurement one in report.Measurements)
        {
            table.AddRow([one.Work.ToString(), .. names.Select(name => Markup.Escape(cell(one, name)))]);
        }

        AnsiConsole.Write(table);
    }

    private static void Print(string title, WidthReport report, IReadOnlyList<Floor> floors)
    {
        var table = new Table { Title = new TableTitle(title) };
        table.AddColumns("work", "at least", "reached", "");
        foreach (Floor floor in floors)
        {
            table.AddRow(
                Markup.Escape(floor.Work),
                string.Join(Environment.NewLine, floor.Demands.Select(demand => Markup.Escape(demand.Wanted))),
                string.Join(Environment.NewLine, floor.Demands.Select(demand => Markup.Escape(demand.Got(report)))),
                Cells.Verdict(floor, report));
        }

        AnsiConsole.Write(table);
    }
}
