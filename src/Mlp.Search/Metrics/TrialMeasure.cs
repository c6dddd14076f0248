using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text.Json;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Metrics;

/// <summary>One trial at work: counted as running until it is disposed of, and as cancelled unless it has ended before.</summary>
internal sealed class TrialMeasure : IDisposable
{
    private const string Cancelled = "cancelled";

    private readonly KeyValuePair<string, object?> _network;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private string _outcome = Cancelled;

    /// <summary>A trial begins, or goes on.</summary>
    /// <param name="network">The name of its network.</param>
    internal TrialMeasure(string network)
    {
        _network = SearchMetrics.Network(network);
        SearchMetrics.RunningTrials.Add(1, _network);
    }

    /// <summary>What is to be called after each epoch: it counts, and calls another.</summary>
    internal Action<TrialMoment> CountEpochs(Action<TrialMoment>? next) => moment =>
    {
        SearchMetrics.Epochs.Add(1, _network);
        next?.Invoke(moment);
    };

    /// <summary>The trial has come to the end of its rung.</summary>
    /// <returns>The same outcome.</returns>
    internal TrialOutcome End(TrialOutcome outcome)
    {
        _outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.Stop.ToString());
        return outcome;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        SearchMetrics.RunningTrials.Add(-1, _network);
        KeyValuePair<string, object?> outcome = new(SearchMetrics.OutcomeTag, _outcome);
        SearchMetrics.Trials.Add(1, _network, outcome);
        SearchMetrics.Duration.Record(Stopwatch.GetElapsedTime(_begin).TotalSeconds, _network, outcome);
    }
}
