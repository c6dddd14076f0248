using System.Collections.Generic;

namespace Mlp.Searching.Queue;

/// <summary>What follows from an outcome that was handed in.</summary>
/// <param name="IsAccepted">Whether it counts; not where the trial had come to the end of that rung before.</param>
/// <param name="Ended">The trials that have ended by it: where they stood is not needed any more.</param>
/// <param name="Released">Those whose weights are not needed any more either, for they are not among the best: trials of <paramref name="Ended"/>, and some that had ended before.</param>
internal sealed record Completion(bool IsAccepted, List<int> Ended, List<int> Released)
{
    /// <summary>An outcome that does not count.</summary>
    internal static Completion None => new(false, [], []);
}
