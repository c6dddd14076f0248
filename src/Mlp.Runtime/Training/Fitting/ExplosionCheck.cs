using System;

namespace Mlp.Training;

/// <summary>
/// Whether a loss is finite, but beyond all measure, as where all units have died after a step far too long. It is compared with
/// that of the first batch; as that may have been an easy one, before judging with that of all samples at the start.
/// </summary>
/// <param name="initialLoss">The loss of all samples at the start: takes a pass over them, and is asked once at most.</param>
internal sealed class ExplosionCheck(Func<double> initialLoss)
{
    // A training whose loss has risen so far above where it began does not come back.
    private const double Explosion = 1000;

    private double? _firstLoss;
    private double? _initialLoss;

    /// <summary>The loss of the first batch; NaN before it.</summary>
    internal double FirstLoss => _firstLoss ?? double.NaN;

    /// <summary>The loss of all samples at the start; none where it was not asked for yet.</summary>
    internal double? InitialLoss => _initialLoss;

    /// <summary>Takes over what was known before a training was interrupted.</summary>
    internal void Restore(double firstLoss, double? initialLoss) => (_firstLoss, _initialLoss) = (firstLoss, initialLoss);

    /// <summary>Remembers the loss of the first batch; that of others plays no part.</summary>
    internal void Observe(double batchLoss) => _firstLoss ??= batchLoss;

    /// <summary>Whether a loss of all samples is no loss of a training any more.</summary>
    internal bool HasExploded(double loss) =>
        !double.IsFinite(loss)
        || (IsFarAbove(loss, _firstLoss ?? 0) && IsFarAbove(loss, _initialLoss ??= initialLoss()));

    private static bool IsFarAbove(double loss, double start) => loss > Explosion * (1 + Math.Abs(start));
}
