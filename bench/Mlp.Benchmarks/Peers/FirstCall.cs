using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>Construction and first Forward in a fresh process: run there by the hidden command, and started from here.</summary>
internal static class FirstCall
{
    /// <summary>The command of the child process.</summary>
    public const string Command = "first-call";

    /// <summary>The shape's name that stands for an empty program.</summary>
    private const string Nothing = "none";

    /// <summary>The child's side: prints the milliseconds it took.</summary>
    public static int Run(string shape)
    {
        long start = Stopwatch.GetTimestamp();
        switch (shape)
        {
            case "4-16-3":
                Small();
                break;
            case "784-128-10":
                Large();
                break;
        }

        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.Out.WriteLine(milliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The medians over some processes, and the whole processes' times over an empty program's.</summary>
    public static IReadOnlyList<FirstCallTime> Measure(int runs)
    {
        string[] shapes = [Nothing, "4-16-3", "784-128-10"];
        var inside = shapes.ToDictionary(shape => shape, _ => new List<double>());
        var whole = shapes.ToDictionary(shape => shape, _ => new List<double>());
        for (int run = 0; run < runs; run++)
        {
            foreach (string shape in shapes)
            {
                long start = Stopwatch.GetTimestamp();
                string output = ChildProcess.Run([Command, shape]);
                whole[shape].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                inside[shape].Add(double.Parse(output, CultureInfo.InvariantCulture));
            }
        }

        return
        [
            .. shapes.Skip(1).Select(shape => new FirstCallTime(
                shape,
                Median(inside[shape]) - Median(inside[Nothing]),
                Median(whole[shape]) - Median(whole[Nothing]))),
        ];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Small()
    {
        var network = new Net4x16x3();
        network.Forward(new float[4], new float[3]);
    }

    private static void Large()
    {
        var network = new Net784x128x10();
        network.Forward(new float[784], new float[10]);
    }
}
