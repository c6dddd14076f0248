using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Benchmarks;

/// <summary>The time of <c>dotnet build</c> of one project without and with the generator.</summary>
/// <param name="Build">Which networks, and which compiler built them.</param>
/// <param name="Without">The median without the generator.</param>
/// <param name="With">The median with it.</param>
public sealed record BuildComparison(string Build, TimeSpan Without, TimeSpan With)
{
    // The first build starts the servers, and has them compile the generator's code.
    private const int WarmUp = 1;

    /// <summary>Builds the projects in turn, with the compiler as a server and with a new process for each build.</summary>
    public static IReadOnlyList<BuildComparison> Measure(int rounds)
    {
        using var without = new ConsumerProject(ConsumerKind.WithoutGenerator);
        using var training = new ConsumerProject(ConsumerKind.Training);
        using var predicting = new ConsumerProject(ConsumerKind.Predicting);
        using var apart = new ConsumerProject(ConsumerKind.Apart);
        (string, ConsumerProject)[] with =
        [
            ("networks that train", training),
            ("networks that only predict", predicting),
            ("networks that train, in a project of their own", apart),
        ];
        BuildComparison[] answer =
        [
            .. Measure("a compiler server (the default)", without, with, sharesCompiler: true, rounds),
            .. Measure("a new compiler for each build", without, with, sharesCompiler: false, rounds),
        ];
        return training.AssemblyBytes > predicting.AssemblyBytes && predicting.AssemblyBytes > without.AssemblyBytes
            ? answer
            : throw new InvalidOperationException("The generator emitted nothing, or no training: assemblies have one size.");
    }

    private static IEnumerable<BuildComparison> Measure(
        string compiler, ConsumerProject without, (string Name, ConsumerProject Project)[] with, bool sharesCompiler, int rounds)
    {
        List<TimeSpan>[] times = [.. Enumerable.Range(0, with.Length + 1).Select(_ => new List<TimeSpan>())];
        ConsumerProject[] projects = [without, .. with.Select(one => one.Project)];
        for (int round = -WarmUp; round < rounds; round++)
        {
            for (int index = 0; index < projects.Length; index++)
            {
                TimeSpan time = projects[index].Build(sharesCompiler);
                if (round >= 0)
                {
                    times[index].Add(time);
                }
            }
        }

        return with.Select((one, index) => new BuildComparison($"{one.Name}; {compiler}", Median(times[0]), Median(times[index + 1])));
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
