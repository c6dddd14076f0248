using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;
using Mlp.Training;

namespace Mlp.Searching.Queue;

/// <summary>A search as a plain loop on one thread, without hosts: what every other way of running it must agree with.</summary>
internal static class PlainSearch
{
    /// <summary>Runs all trials, one after the other.</summary>
    internal static SearchResult Run(SearchDefinition definition, Dataset data, IProgress<SearchProgress>? progress, CancellationToken cancellation)
    {
        var queue = new TrialQueue(definition);
        var runner = new TrialRunner(definition, data);
        var states = new Dictionary<int, TrialState>();
        var weights = new Dictionary<int, byte[]>();
        long started = Stopwatch.GetTimestamp();
        while (!cancellation.IsCancellationRequested && queue.Next() is { } spec)
        {
            TrialOutcome outcome;
            try
            {
                outcome = runner.Run(spec, states.GetValueOrDefault(spec.Index), afterEpoch: null, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }

            Keep(outcome, states, weights);
            Drop(queue.Complete(outcome), states, weights);
            progress?.Report(new ProgressReport(queue).After(outcome, hosts: 1, Stopwatch.GetElapsedTime(started)));
        }

        return SearchResult.Of(queue, weights);
    }

    private static void Keep(TrialOutcome outcome, Dictionary<int, TrialState> states, Dictionary<int, byte[]> weights)
    {
        if (outcome.State is { } state)
        {
            states[outcome.Index] = state;
        }

        if (outcome.Weights is { } bytes)
        {
            weights[outcome.Index] = bytes;
        }
    }

    private static void Drop(Completion completion, Dictionary<int, TrialState> states, Dictionary<int, byte[]> weights)
    {
        completion.Ended.ForEach(index => states.Remove(index));
        completion.Released.ForEach(index => weights.Remove(index));
    }
}
