using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Mlp.Generator.Benchmarks;

/// <summary>The page <c>docs/generator-performance.md</c>: everything measured in one run, and the machine that ran it.</summary>
public static class PerformancePage
{
    private static readonly TimeSpan OneMoreLimit = TimeSpan.FromMilliseconds(5);

    /// <summary>Measures, prints the page and replaces the file.</summary>
    public static void Write()
    {
        Say("emitted bytes");
        EmittedBytes[] networks = [.. KnownShapes.Listed.Select(EmittedBytes.Of)];
        Say("the driver, cold");
        IReadOnlyList<Timing> cold = Timing.Measure<ColdDriverBenchmarks>();
        Say("one more network");
        IReadOnlyList<Timing> joining = Timing.Measure<OneMoreNetworkBenchmarks>();
        Say("edits");
        IReadOnlyList<Timing> edits = Timing.Measure<EditBenchmarks>();
        Say("the compiler");
        IReadOnlyList<Timing> compiler = Timing.Measure<CompilerBenchmarks>();
        Say("builds");
        IReadOnlyList<BuildComparison> builds = BuildComparison.Measure(rounds: 3);

        var work = new Table("work", "measured", "at most");
        foreach (Timing timing in joining)
        {
            work.Add(timing.Work, Spell(timing.Median, OneMoreLimit), Spell(OneMoreLimit));
        }

        foreach (NetworkShape shape in KnownShapes.Joining)
        {
            (int emitted, int own) = OneMoreNetworkBenchmarks.CountFiles(shape);
            work.Add($"files emitted for one more network: {shape}", emitted <= own ? $"{emitted}" : $"{emitted} (over)", $"{own}");
        }

        foreach (Timing timing in edits.Concat(cold).Concat(compiler))
        {
            work.Add(timing.Work, Spell(timing.Median), "");
        }

        foreach (EmittedBytes network in networks)
        {
            work.Add($"emitted text, largest width: {network.Shape}", Spell(network.Largest.Value), $"{ByteTable.Limit / 1_000} KB");
        }

        string page = Page(work.ToString(), ByteTable.Write(networks), BuildTable.Write(builds));
        File.WriteAllText(Path.Combine(Repository.Root, "docs", "generator-performance.md"), page);
        Console.Write(page);
    }

    private static string Page(string work, string bytes, string builds) => $"""
        # What the generator costs

        Written by `dotnet run -c Release --project bench/Mlp.Generator.Benchmarks -- all`, all in one run on

        ```
        {Machine()}
        ```

        ## Summary

        {work}
        Times are medians of one call of the driver in a process that has called it before, the parsing of emitted text and
        the compiler's own work on a changed compilation included. "One more network" and the edits find a driver that has
        run over twenty networks of twenty shapes; "cold" is a driver that never ran. An edit elsewhere emits nothing: it is
        what remains of the others without the generator's work. The compiler's rows are binding and IL of one network's
        emitted text, which follow the driver in a build and not in an editor.

        ## Emitted text, bytes

        {bytes}
        A width is its kernels and the methods that steps have for it; the rest is the members, the choice of a width and the
        heads of steps. A call runs one of the widths. A network whose shape another one has already adds its members only,
        and a step that another one has adds nothing.

        ## Builds

        {builds}
        Medians of builds in turn, each after an edit of a file without a network. The sources are the same: without the
        generator the attributes say nothing.

        What helps, if builds are long:

        - `Trains = false` for networks that only predict, and `Frozen` for weights that are compiled in: no training is
          emitted.
        - Networks in a project of their own. An edit elsewhere then compiles against its reference assembly, and its kernels
          are not compiled again.
        - Networks of one shape. They share all kernels. Networks of different shapes share the steps that are equal.

        """;

    private static string Machine() => string.Join('\n',
    [
        .. HostEnvironmentInfo.GetCurrent().ToFormattedString(),
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
    ]);

    private static string Spell(TimeSpan time, TimeSpan limit) => time <= limit ? Spell(time) : $"{Spell(time)} (over)";

    private static string Spell(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.00} ms");

    private static string Spell(int bytes) => string.Create(
        CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.0} KB{(bytes < ByteTable.Limit ? "" : " (over)")}");

    private static void Say(string what) => Console.Error.WriteLine($"measuring {what} …");
}
