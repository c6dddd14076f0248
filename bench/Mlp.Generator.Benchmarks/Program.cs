using System;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Mlp.Generator.Benchmarks;

switch (args)
{
    case ["bytes"]:
        Console.Write(ByteTable.Write());
        break;
    case ["build"]:
        Console.Write(BuildTable.Write(BuildComparison.Measure(rounds: 5)));
        break;
    case ["all"]:
        PerformancePage.Write();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(NetworkShape).Assembly).Run(
            args, DefaultConfig.Instance.WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40)));
        break;
}
