using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// A linear warm-up before any other schedule: the other's rate times min(1, (t + 1) / W) [Goyal et al. 2017].
/// Immutable where the other is.
/// </summary>
/// <remarks>
/// The other schedule's clock runs from the start of the training: a cosine over 50 epochs still ends after 50, the first
/// of them warmed up. Under <see cref="AnnealingSchedule"/> choose its hold no shorter than the warm-up.
/// </remarks>
public sealed class WarmUpSchedule : LearningRateSchedule
{
    /// <summary>A schedule that approaches another one from below.</summary>
    /// <param name="duration">W: the rate is full from the W-th unit on, 1 or more.</param>
    /// <param name="schedule">The schedule to warm up.</param>
    /// <param name="unit">What t and W count; the other schedule may count something else.</param>
    /// <exception cref="ArgumentNullException">There is no schedule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public WarmUpSchedule(long duration, LearningRateSchedule schedule, ScheduleUnit unit = ScheduleUnit.Epoch)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Duration = Hyperparameter.AtLeast(duration, 1);
        Schedule = schedule;
        Unit = Hyperparameter.Defined(unit);
    }

    /// <summary>W: the rate is full from the W-th unit on.</summary>
    public long Duration { get; }

    /// <summary>The schedule that is warmed up.</summary>
    public LearningRateSchedule Schedule { get; }

    /// <summary>What t and W count.</summary>
    public ScheduleUnit Unit { get; }

    internal override string Declaration => FormattableString.Invariant($"WarmUp({Duration}, {Schedule.Declaration}, {Unit})");

    /// <inheritdoc/>
    public override double RateAt(TrainingTime time)
    {
        long unitsBegun = time.In(Unit) + 1;
        double rate = Schedule.RateAt(time);
        return unitsBegun >= Duration ? rate : rate * unitsBegun / Duration;
    }

    /// <inheritdoc/>
    public override void Observe(double loss) => Schedule.Observe(loss);

    /// <inheritdoc/>
    public override LearningRateSchedule Start()
    {
        LearningRateSchedule started = Schedule.Start();
        return ReferenceEquals(started, Schedule) ? this : new WarmUpSchedule(Duration, started, Unit);
    }
}
