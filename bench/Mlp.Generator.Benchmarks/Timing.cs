using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Mlp.Generator.Benchmarks;

/// <summary>What a benchmark says, measured quickly and in this process.</summary>
/// <param name="Work">The benchmark's description, and its network where it has one.</param>
/// <param name="Median">The median time of a call.</param>
public sealed record Timing(string Work, TimeSpan Median)
{
    // Two seconds of warm-up: the compiler's code reaches its last tier while nothing counts.
    private static readonly IConfig Quick = ManualConfig.CreateEmpty()
        .AddLogger(NullLogger.Instance)
        .WithOptions(ConfigOptions.DisableLogFile)
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Throughput)
            .WithIterationTime(TimeInterval.FromMilliseconds(250))
            .WithWarmupCount(8)
            .WithIterationCount(11));

    /// <summary>Runs every benchmark of a class.</summary>
    /// <exception cref="InvalidOperationException">One of them failed.</exception>
    public static IReadOnlyList<Timing> Measure<TBenchmarks>() =>
    [
        .. BenchmarkRunner.Run<TBenchmarks>(Quick).Reports.Select(report => new Timing(
            string.Join(": ", [Description(report), .. report.BenchmarkCase.Parameters.Items.Select(item => $"{item.Value}")]),
            TimeSpan.FromMicroseconds((report.ResultStatistics?.Median ?? throw new InvalidOperationException(Failure(report))) / 1_000))),
    ];

    private static string Description(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    private static string Failure(BenchmarkReport report) =>
        string.Join('\n', report.ExecuteResults.SelectMany(result => result.Errors).Prepend($"{report.BenchmarkCase.DisplayInfo} failed."));
}
