using System.Collections.Generic;
using System.Linq;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Queue;

/// <summary>The best of the trials that have ended. What an ended trial gave never changes, so that one that is not among them will never be.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="ranking">Which is the better one.</param>
internal sealed class KeptTrials(int most, TrialRanking ranking)
{
    private readonly SortedSet<TrialOutcome> _kept = new(ranking);

    /// <summary>Which they are, the best first.</summary>
    internal IEnumerable<int> Indices => _kept.Select(static outcome => outcome.Index);

    /// <summary>A trial has ended.</summary>
    /// <returns>The trial that is not kept: itself, or one that was kept before. None where all are.</returns>
    internal int? Offer(TrialOutcome outcome)
    {
        if (double.IsNaN(outcome.Score))
        {
            return outcome.Index;
        }

        _kept.Add(outcome);
        if (_kept.Count <= most)
        {
            return null;
        }

        TrialOutcome last = _kept.Max!;
        _kept.Remove(last);
        return last.Index;
    }
}
