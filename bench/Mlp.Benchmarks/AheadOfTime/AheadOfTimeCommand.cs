using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics.X86;

namespace Mlp.Benchmarks.AheadOfTime;

/// <summary>`-- ahead-of-time`: publishes a program in every way, measures it, and writes the section of docs/performance.md.</summary>
internal static class AheadOfTimeCommand
{
    /// <summary>The command.</summary>
    public const string Command = "ahead-of-time";

    private static readonly string[] Shapes = ["4-16-3", "8-32-32-4", "784-128-10"];

    /// <summary>Runs it; with --quick for some impression only, without the document.</summary>
    /// <param name="options">What follows the command.</param>
    public static int Run(string[] options)
    {
        if (options is not ([] or ["--quick"]))
        {
            Console.Error.WriteLine($"usage: {Command} [--quick]");
            return 1;
        }

        bool quick = options.Length > 0;
        string folder = Directory.CreateTempSubdirectory("mlp-ahead-of-time-").FullName;
        try
        {
            PublishedWay[] ways = [.. Ways(folder)];
            foreach (PublishedWay way in ways)
            {
                Console.Error.WriteLine($"publishing: {way.Name}");
                way.Publish();
            }

            var times = Shapes.ToDictionary(shape => shape, shape => Announced(shape, () => WayTimes.Of(ways, shape, quick ? 4 : 40)));
            string section = AheadOfTimeSection.Write(ways, times);
            Console.Out.Write(section);
            if (!quick)
            {
                string path = Path.Combine(Repository.Root, "docs", "performance.md");
                File.WriteAllText(path, AheadOfTimeSection.Replace(File.ReadAllText(path), section));
                Console.Error.WriteLine("written to docs/performance.md");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static IEnumerable<PublishedWay> Ways(string folder)
    {
        yield return Way("JIT", "", needsRuntime: true);
        yield return Way("ReadyToRun", "ReadyToRun", needsRuntime: true);
        yield return Way("ahead of time", "AheadOfTime", needsRuntime: false);
        if (Avx2.IsSupported)
        {
            yield return Way("ahead of time, x86-64-v3", "AheadOfTimeWithAvx2", needsRuntime: false);
        }

        PublishedWay Way(string name, string property, bool needsRuntime) => new(name, property, needsRuntime, Path.Combine(folder, "way" + property));
    }

    private static T Announced<T>(string shape, Func<T> measure)
    {
        Console.Error.WriteLine($"measuring: {shape}");
        return measure();
    }
}
