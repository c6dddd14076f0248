using System.Collections.Generic;

namespace Mlp.Training;

/// <summary>How a training went. The network has the parameters of <see cref="BestEpoch"/>.</summary>
/// <param name="StopReason">Why it ended.</param>
/// <param name="BestEpoch">
/// The epoch whose parameters the network has: the first one of the smallest monitored loss. 0 where it has the parameters
/// from before the training: no epoch was completed, or after a divergence no epoch had been better.
/// </param>
/// <param name="BestLoss">The monitored loss of that epoch; for epoch 0 NaN, for nothing was measured there.</param>
/// <param name="History">The report of each completed epoch, in order.</param>
public sealed record TrainingResult(StopReason StopReason, int BestEpoch, double BestLoss, IReadOnlyList<EpochReport> History)
{
    /// <summary>How the training diverged, and which numbers were too large; null if it did not diverge.</summary>
    public TrainingDivergence? Divergence { get; init; }

    /// <summary>
    /// This result itself, unless the training diverged. A fit that diverges throws nothing by itself. The network then has the
    /// best parameters, which may be those from before the fit.
    /// </summary>
    /// <exception cref="TrainingDivergedException">It diverged; the message names the likely cause.</exception>
    /// <example><code>TrainingResult result = Trainer.Fit(network, data).ThrowIfDiverged();</code></example>
    public TrainingResult ThrowIfDiverged() => StopReason == StopReason.Diverged ? throw new TrainingDivergedException(this) : this;

    /// <summary>Why it ended and what the network has now, in a sentence or two; the same under every culture.</summary>
    public override string ToString()
    {
        string ended = Divergence?.ToString() ?? RowMajor.Invariant($"{StopReason} after {History.Count} epochs.");
        string has = BestEpoch == 0
            ? "The network has the parameters from before the training"
            : RowMajor.Invariant($"The network has the parameters of epoch {BestEpoch}, loss {BestLoss:G5}");
        return $"{ended} {has}.";
    }
}
