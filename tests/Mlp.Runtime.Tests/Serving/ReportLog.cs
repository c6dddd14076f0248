using System;
using System.Collections.Concurrent;
using Mlp.Serving;
using Shouldly;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>Reports in the order in which they came; whoever asks for the next one waits for it.</summary>
internal sealed class ReportLog : IProgress<ExchangeReport>
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly BlockingCollection<ExchangeReport> _reports = [];

    /// <summary>How many have come and were not asked for.</summary>
    internal int Count => _reports.Count;

    /// <summary>Is called with each report, on the watcher's thread.</summary>
    internal Action<ExchangeReport>? OnReport { get; set; }

    public void Report(ExchangeReport value)
    {
        // What a test sets after it has seen this report is meant for the next one.
        Action<ExchangeReport>? onReport = OnReport;
        _reports.Add(value);
        onReport?.Invoke(value);
    }

    internal ExchangeReport Next(ExchangeOutcome outcome)
    {
        ExchangeReport report = Next();
        report.Outcome.ShouldBe(outcome, report.ToString());
        return report;
    }

    internal ExchangeReport Next() => _reports.TryTake(out ExchangeReport? report, Generous) ? report : throw new TimeoutException("no report");
}
