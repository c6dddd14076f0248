using System;
using System.Collections.Generic;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Queue;

/// <summary>Which of two outcomes is the better one: by the score, those without one last, and of equal ones that of the smaller index.</summary>
/// <param name="prefersMore">Whether more of the score is better.</param>
internal sealed class TrialRanking(bool prefersMore) : IComparer<TrialOutcome>
{
    /// <inheritdoc/>
    public int Compare(TrialOutcome? x, TrialOutcome? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        (bool hasFirst, bool hasSecond) = (!double.IsNaN(x.Score), !double.IsNaN(y.Score));
        if (hasFirst != hasSecond)
        {
            return hasFirst ? -1 : 1;
        }

        int order = hasFirst ? x.Score.CompareTo(y.Score) : 0;
        return order != 0 ? (prefersMore ? -order : order) : x.Index.CompareTo(y.Index);
    }
}
