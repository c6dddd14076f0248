using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Benchmarks;

/// <summary>The time of <c>dotnet build</c> of one project without and with the generator.</summary>
/// <param name="Compiler">Which compiler built.</param>
/// <param name="Without">The median without the generator.</param>
/// <param name="With">The median with it.</param>
public sealed record BuildComparison(string Compiler, TimeSpan Without, TimeSpan With)
{
    // The first build starts the servers, and has them compile the generator's code.
    private const int WarmUp = 1;

    /// <summary>Builds both projects in turn, with the compiler as a server and with a new process for each build.</summary>
    public static IReadOnlyList<BuildComparison> Measure(int rounds)
    {
        using var without = new ConsumerProject(hasGenerator: false);
        using var with = new ConsumerProject(hasGenerator: true);
        BuildComparison[] answer =
        [
            Measure("compiler as a server (the default)", without, with, sharesCompiler: true, rounds),
            Measure("a new compiler for each build", without, with, sharesCompiler: false, rounds),
        ];
        return with.AssemblyBytes > without.AssemblyBytes
            ? answer
            : throw new InvalidOperationException("The generator emitted nothing: both assemblies have one size.");
    }

    private static BuildComparison Measure(string compiler, ConsumerProject without, ConsumerProject with, bool sharesCompiler, int rounds)
    {
        var times = new List<(TimeSpan Without, TimeSpan With)>();
        for (int round = -WarmUp; round < rounds; round++)
        {
            (TimeSpan, TimeSpan) pair = (without.Build(sharesCompiler), with.Build(sharesCompiler));
            if (round >= 0)
            {
                times.Add(pair);
            }
        }

        return new BuildComparison(compiler, Median(times.Select(pair => pair.Without)), Median(times.Select(pair => pair.With)));
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
