using System;
using Mlp.Searching.Results;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Queue;

/// <summary>What a queue tells of itself.</summary>
/// <param name="queue">The queue.</param>
internal readonly struct ProgressReport(TrialQueue queue)
{
    /// <summary>Where the search stands.</summary>
    /// <param name="last">The outcome that came in last; none as long as there is none.</param>
    /// <param name="hosts">How many hosts take part.</param>
    /// <param name="elapsed">The time since the call began.</param>
    internal SearchProgress After(TrialOutcome? last, int hosts, TimeSpan elapsed)
    {
        var table = new ResultTable(queue.Definition);
        return new SearchProgress
        {
            Trials = queue.Definition.Trials,
            Running = queue.Leased,
            Finished = queue.Ended,
            Halved = queue.Halved,
            Best = queue.Best is { } best ? table.Row(best, queue.StopOf(best)) : null,
            Last = last is null ? null : table.Row(last, queue.StopOf(last)),
            Hosts = hosts,
            Elapsed = elapsed,
        };
    }
}
