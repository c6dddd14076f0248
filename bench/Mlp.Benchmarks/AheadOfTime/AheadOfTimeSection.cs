using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Mlp.Benchmarks.Peers;

namespace Mlp.Benchmarks.AheadOfTime;

/// <summary>The last section of docs/performance.md, which a command of its own writes and the others leave as it is.</summary>
internal static class AheadOfTimeSection
{
    private const string Heading = "## Ahead of time\n";
    private const double FloorMilliseconds = 0.2;
    private const string FloorShape = "4-16-3";

    /// <summary>The section of a run.</summary>
    /// <param name="ways">The ways.</param>
    /// <param name="times">Of each shape, the times of each way.</param>
    public static string Write(IReadOnlyList<PublishedWay> ways, IReadOnlyDictionary<string, IReadOnlyList<WayTimes>> times)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            {Heading}
            Written by one run of a command of its own; do not edit.

            ```
            dotnet run -c Release --project bench/Mlp.Benchmarks -- ahead-of-time  # some two minutes; --quick for an impression only
            ```

            On {Machine.Processor}; {Machine.Runtime}. One program with three networks, published in each way. The first Forward is construction and the
            call, by the clock of a fresh process, the median of many. A process is all of it, from its start to its end. One sample is the fastest
            of many stretches of calls. The size is that of all files but symbols; where it has a star, the machine must have .NET besides.

            | program | size |
            |---|---:|

            """);
        foreach (PublishedWay way in ways)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {way.Name} | {way.Size() / 1e6:0.00} MB{(way.NeedsRuntime ? "*" : "")} |\n");
        }

        text.Append("\n| network | program | first Forward | process | one sample |\n|---|---|---:|---:|---:|\n");
        foreach ((string shape, IReadOnlyList<WayTimes> ofShape) in times)
        {
            foreach ((PublishedWay way, WayTimes measured) in ways.Zip(ofShape))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {shape} | {way.Name} | {Milliseconds(measured.FirstForward)} | {Demand.Text(measured.Process)} ms | {Demand.Text(measured.OneSample)} ns |\n");
            }
        }

        double slowest = ways.Zip(times[FloorShape]).Where(pair => !pair.First.NeedsRuntime).Max(pair => pair.Second.FirstForward);
        string verdict = slowest <= FloorMilliseconds ? "reached" : "under";
        text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownFloors.Head}| first Forward in a fresh process, {FloorShape}, ahead of time | at most {Demand.Text(FloorMilliseconds)} ms | {Milliseconds(slowest)} | {verdict} |\n");
        return text.ToString();
    }

    /// <summary>The section as it stands in a document, with the empty line before it; empty where there is none.</summary>
    /// <param name="document">The text of the document.</param>
    public static string Of(string document) =>
        document.IndexOf("\n" + Heading, StringComparison.Ordinal) is >= 0 and int start ? document[start..] : "";

    /// <summary>A document with another section.</summary>
    /// <param name="document">The text of the document.</param>
    /// <param name="section">The section.</param>
    public static string Replace(string document, string section) => document[..^Of(document).Length] + "\n" + section;

    // The first call of a program that is compiled already takes microseconds.
    private static string Milliseconds(double value) => (value < 1 ? value.ToString("0.000", CultureInfo.InvariantCulture) : Demand.Text(value)) + " ms";
}
