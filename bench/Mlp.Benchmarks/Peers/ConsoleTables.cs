using System;
using System.Linq;
using Spectre.Console;

namespace Mlp.Benchmarks.Peers;

/// <summary>A run's tables in the terminal.</summary>
internal static class ConsoleTables
{
    /// <summary>Prints peaks, times and the floors.</summary>
    public static void Print(PeersReport report)
    {
        foreach ((string name, string about) in report.Contenders)
        {
            AnsiConsole.MarkupLineInterpolated($"[bold]{name}[/]: {about}");
        }

        AnsiConsole.MarkupLineInterpolated($"Peak: {string.Join(", ", report.Peaks.Select(peak => $"{peak.Key} bits {peak.Value:0} GFLOP/s"))}");

        var times = new Table { Title = new TableTitle("Nanoseconds a sample, and times ours") };
        times.AddColumn("work");
        foreach ((string name, _) in report.Contenders)
        {
            times.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (Measurement one in report.Measurements)
        {
            times.AddRow([one.Work.ToString(), .. report.Contenders.Select(contender => Markup.Escape(Cells.Time(one, contender.Name)))]);
        }

        AnsiConsole.Write(times);
        foreach (FirstCallTime time in report.FirstCalls)
        {
            AnsiConsole.MarkupLineInterpolated($"First call of {time.Shape}: {time.Inside:0.0} ms, the whole process {time.Whole:0.0} ms over an empty one");
        }

        var floors = new Table { Title = new TableTitle("Reach") };
        floors.AddColumns("work", "at least", "reached", "");
        foreach (Floor floor in Floor.All)
        {
            floors.AddRow(
                Markup.Escape(floor.Work),
                string.Join(Environment.NewLine, floor.Demands.Select(demand => Markup.Escape(demand.Wanted))),
                string.Join(Environment.NewLine, floor.Demands.Select(demand => Markup.Escape(demand.Got(report)))),
                Cells.Verdict(floor.Holds(report)));
        }

        AnsiConsole.Write(floors);
    }
}
