using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.Benchmarks.AheadOfTime;
using Spectre.Console;

namespace Mlp.Benchmarks.Peers;

/// <summary>`-- peers`: measures everything side by side, prints it, and writes docs/performance.md.</summary>
internal static class PeersCommand
{
    /// <summary>Runs it; with --quick for some impression only, without the document.</summary>
    public static int Run(string[] options)
    {
        if (options is not ([] or ["--quick"]))
        {
            AnsiConsole.MarkupLine("usage: peers [[--quick]]");
            return 1;
        }

        // Redirected output has no width of its own, and the tables are wide.
        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            AnsiConsole.Profile.Width = 220;
        }

        bool quick = options.Length > 0;
        var report = new PeersReport([.. VectorWidth.OfThisMachine.Select(width => WidthProcess.Measure(width, quick ? 2 : 7, quick ? 30 : 100))]);
        ConsoleTables.Print(report);
        if (!quick)
        {
            string path = Path.Combine(Repository.Root, "docs", "performance.md");
            File.WriteAllText(path, PerformanceDocument.Write(report) + AheadOfTimeSection.Of(File.ReadAllText(path)));
            AnsiConsole.MarkupLine("Written to docs/performance.md");
        }

        List<string> others = [.. report.Widths.SelectMany(width => width.Measurements.SelectMany(one => one.Outcomes
            .Where(pair => pair.Value.Disagrees)
            .Select(pair => $"{pair.Key} disagrees on {one.Work} at {width.Width}: by {pair.Value.Difference:0.0e0} of the largest number")))];
        foreach (string other in others)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{other}[/]");
        }

        return others.Count == 0 ? 0 : 1;
    }
}
