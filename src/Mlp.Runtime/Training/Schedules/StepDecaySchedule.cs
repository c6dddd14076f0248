using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>A staircase: η(t) = η₀ · factor^⌊t / period⌋. Immutable.</summary>
public sealed class StepDecaySchedule : LearningRateSchedule
{
    /// <summary>A schedule that multiplies the rate by a factor once in a period.</summary>
    /// <param name="initialRate">η₀: finite, above 0.</param>
    /// <param name="period">How many units a rate is kept, 1 or more.</param>
    /// <param name="factor">Above 0 and below 1.</param>
    /// <param name="unit">What t and the period count.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StepDecaySchedule(double initialRate, long period, double factor = 0.1, ScheduleUnit unit = ScheduleUnit.Epoch)
    {
        InitialRate = Hyperparameter.Rate(initialRate);
        Period = Hyperparameter.AtLeast(period, 1);
        Factor = Hyperparameter.Fraction(factor);
        Unit = Hyperparameter.Defined(unit);
    }

    /// <summary>η₀.</summary>
    public double InitialRate { get; }

    /// <summary>How many units a rate is kept.</summary>
    public long Period { get; }

    /// <summary>What the rate is multiplied by after each period.</summary>
    public double Factor { get; }

    /// <summary>What t and the period count.</summary>
    public ScheduleUnit Unit { get; }

    internal override string Declaration => FormattableString.Invariant($"StepDecay({InitialRate}, {Period}, {Factor}, {Unit})");

    /// <inheritdoc/>
    public override double RateAt(TrainingTime time) => InitialRate * PortablePower.Of(Factor, time.In(Unit) / Period);
}
