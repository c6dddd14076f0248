using System.Collections.Generic;

namespace Mlp.Training;

/// <summary>The best epochs of a training, counted from 1.</summary>
/// <param name="Best">The first one of the smallest monitored loss; 0 where there was no epoch.</param>
/// <param name="Previous">The one that was best before it; 0 where there was none.</param>
internal readonly record struct BestEpochs(int Best, int Previous)
{
    /// <summary>The best epochs of some reports, found as the training itself found them.</summary>
    internal static BestEpochs Of(IReadOnlyList<EpochReport> history)
    {
        BestEpochs found = default;
        for (int epoch = 1; epoch <= history.Count; epoch++)
        {
            if (found.Best == 0 || history[epoch - 1].MonitoredLoss < history[found.Best - 1].MonitoredLoss)
            {
                found = new BestEpochs(epoch, found.Best);
            }
        }

        return found;
    }
}
