using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Half a cosine from the initial rate down to a minimum, where it stays: η(t) = m + ½ (η₀ − m) (1 + cos(π min(t, T) / T))
/// [Loshchilov and Hutter 2017, without restarts]. Immutable.
/// </summary>
public sealed class CosineSchedule : LearningRateSchedule
{
    /// <summary>A schedule that falls along a cosine.</summary>
    /// <param name="initialRate">η₀: finite, above 0.</param>
    /// <param name="duration">T: the time at which the minimum is reached, 1 or more; usually the number of epochs.</param>
    /// <param name="minimumRate">m: 0 to η₀.</param>
    /// <param name="unit">What t and T count.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public CosineSchedule(double initialRate, long duration, double minimumRate = 0, ScheduleUnit unit = ScheduleUnit.Epoch)
    {
        InitialRate = Hyperparameter.Rate(initialRate);
        Duration = Hyperparameter.AtLeast(duration, 1);
        MinimumRate = Hyperparameter.Between(minimumRate, 0, initialRate);
        Unit = Hyperparameter.Defined(unit);
    }

    /// <summary>η₀.</summary>
    public double InitialRate { get; }

    /// <summary>T: the time at which the minimum is reached.</summary>
    public long Duration { get; }

    /// <summary>m.</summary>
    public double MinimumRate { get; }

    /// <summary>What t and T count.</summary>
    public ScheduleUnit Unit { get; }

    internal override string Declaration => FormattableString.Invariant($"Cosine({InitialRate}, {Duration}, {MinimumRate}, {Unit})");

    /// <inheritdoc/>
    public override double RateAt(TrainingTime time)
    {
        long t = time.In(Unit);
        return t >= Duration
            ? MinimumRate
            : MinimumRate + (0.5 * (InitialRate - MinimumRate) * (1 + PortableCosine.OfHalfTurn((double)t / Duration)));
    }
}
