using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Annealing [Lecture 3]: the initial rate is kept for a while and then falls as 1/k, that is η(k) = η₀ · K / max(k, K) with
/// k = t + 1 = 1, 2, … and K what is kept. With K = 1 it is η₀/k. Immutable.
/// </summary>
/// <remarks>The sum of all rates diverges while that of their squares converges, as [Robbins and Monro 1951] ask for.</remarks>
public sealed class AnnealingSchedule : LearningRateSchedule
{
    /// <summary>A schedule that falls as 1/k.</summary>
    /// <param name="initialRate">η₀: finite, above 0.</param>
    /// <param name="hold">K: for how many units the initial rate is kept, 1 or more.</param>
    /// <param name="unit">What k counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public AnnealingSchedule(double initialRate, long hold = 1, ScheduleUnit unit = ScheduleUnit.Epoch)
    {
        InitialRate = Hyperparameter.Rate(initialRate);
        Hold = Hyperparameter.AtLeast(hold, 1);
        Unit = Hyperparameter.Defined(unit);
    }

    /// <summary>η₀.</summary>
    public double InitialRate { get; }

    /// <summary>K: for how many units the initial rate is kept.</summary>
    public long Hold { get; }

    /// <summary>What k counts.</summary>
    public ScheduleUnit Unit { get; }

    internal override string Declaration => FormattableString.Invariant($"Annealing({InitialRate}, {Hold}, {Unit})");

    /// <inheritdoc/>
    public override double RateAt(TrainingTime time)
    {
        long k = time.In(Unit) + 1;
        return k <= Hold ? InitialRate : InitialRate * Hold / k;
    }
}
