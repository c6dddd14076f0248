using System.Collections.Generic;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>All that a training has after an epoch, and that the rest of it follows from. Parameters are in canonical order.</summary>
internal sealed class TrainingState
{
    /// <summary>The parameters that the next epoch begins with.</summary>
    internal required float[] Parameters { get; init; }

    /// <summary>What the optimizer remembers, moment after moment; empty where it remembers nothing.</summary>
    internal required float[] Moments { get; init; }

    /// <summary>How far the optimizer is, and which masks come next.</summary>
    internal required OptimizerProgress Progress { get; init; }

    /// <summary>The parameters of the best epoch.</summary>
    internal required float[] Best { get; init; }

    /// <summary>Those of the epoch that was best before it; null where there was none.</summary>
    internal required float[]? Previous { get; init; }

    /// <summary>Those from before the training.</summary>
    internal required float[] Initial { get; init; }

    /// <summary>The report of each epoch: one or more.</summary>
    internal required IReadOnlyList<EpochReport> History { get; init; }

    /// <summary>The loss of the first batch.</summary>
    internal required double FirstLoss { get; init; }

    /// <summary>The loss of all samples before the training; none where nobody has asked for it.</summary>
    internal required double? InitialLoss { get; init; }

    /// <summary>Options and data.</summary>
    internal required TrainingSettings Settings { get; init; }

    /// <summary>What the data mean.</summary>
    internal required DataSchema? Schema { get; init; }
}
