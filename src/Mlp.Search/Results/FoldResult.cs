namespace Mlp.Searching;

/// <summary>What one fold of a trial gave.</summary>
/// <param name="Score">The score on the samples that it holds out, after its best epoch; NaN where it diverged.</param>
/// <param name="Loss">The loss on them; NaN where it diverged.</param>
/// <param name="BestEpoch">The epoch of the smallest held-out loss, counted from 1; 0 where it diverged before any was completed.</param>
/// <param name="Epochs">How many epochs were trained.</param>
public sealed record FoldResult(double Score, double Loss, int BestEpoch, int Epochs);
