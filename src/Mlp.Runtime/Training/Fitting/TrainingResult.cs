using System.Collections.Generic;
using System.Linq;

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
    /// <summary>The losses of all epochs as a picture, with a mark at the best one.</summary>
    /// <param name="title">The title above the curves.</param>
    /// <param name="scale">How losses are spaced.</param>
    public LossCurve ToLossCurve(string title = "Loss", LossScale scale = LossScale.Linear) =>
        new([.. History.Select(report => report.TrainingLoss)], [.. History.Select(report => report.ValidationLoss).OfType<double>()])
        {
            Title = title,
            Scale = scale,
            BestEpoch = BestEpoch,
        };
}
