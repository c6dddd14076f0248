using Orleans;

namespace Mlp.Searching.Trials;

/// <summary>What one fold of a trial gave.</summary>
/// <param name="Score">The score on the held-out samples after the best epoch; NaN where it diverged.</param>
/// <param name="Loss">The held-out loss after the best epoch; NaN where it diverged.</param>
/// <param name="BestEpoch">The epoch of the smallest held-out loss, whose weights it has.</param>
/// <param name="Epochs">How many epochs were trained.</param>
/// <param name="Stop">Why it ended: completed up to the end of its rung, patience, gradient tolerance or diverged.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.FoldOutcome")]
internal sealed record FoldOutcome(
    [property: Id(0)] double Score, [property: Id(1)] double Loss, [property: Id(2)] int BestEpoch, [property: Id(3)] int Epochs, [property: Id(4)] TrialStop Stop);
