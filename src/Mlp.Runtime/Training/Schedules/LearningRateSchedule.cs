using System;

namespace Mlp.Training;

/// <summary>
/// The learning rate as a function of time. A number is a schedule too: <c>LearningRateSchedule schedule = 0.01;</c>
/// is a <see cref="ConstantSchedule"/>.
/// </summary>
/// <remarks>
/// A schedule that a user holds describes; a run of training uses what <see cref="Start"/> returns. So one schedule may
/// serve any number of trainings, one after the other or at once, also one that learns from losses.
/// <para>
/// A schedule of one's own gives a rate that follows from the time and from what <see cref="Observe"/> was told, and from nothing
/// else: not from how often <see cref="RateAt"/> was called, nor from the clock. Then a training that is resumed
/// (<see cref="TrainerOptions.Resume"/>) goes on with the rates that it would have had: it tells a new schedule all losses
/// again, and asks for the last rate of each epoch.
/// </para>
/// </remarks>
public abstract class LearningRateSchedule
{
    /// <summary>The schedule that always gives one rate.</summary>
    /// <param name="rate">Finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public static implicit operator LearningRateSchedule(double rate) => new ConstantSchedule(rate);

    /// <summary>What tells this schedule from others: its kind, with its numbers where it is one of the library's own.</summary>
    internal virtual string Declaration => GetType().ToString();

    /// <summary>The learning rate of the step that is taken at a time.</summary>
    /// <param name="time">Epochs, steps and samples completed before the step; none is negative.</param>
    /// <returns>Finite, 0 or more.</returns>
    public abstract double RateAt(TrainingTime time);

    /// <summary>Tells the schedule what an epoch achieved. Only schedules that learn from losses listen.</summary>
    /// <param name="loss">The monitored loss after the epoch: lower is better; a NaN is no improvement.</param>
    public virtual void Observe(double loss)
    {
    }

    /// <summary>A schedule for one run: this one where it is immutable, otherwise an independent one that has observed nothing.</summary>
    public virtual LearningRateSchedule Start() => this;
}
