using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Inverse scaling, the <c>invscaling</c> of scikit-learn's MLPClassifier and MLPRegressor: η(t) = η₀ / (t + 1)^power.
/// Immutable.
/// </summary>
/// <remarks>
/// scikit-learn counts t in samples and renews the rate after each epoch only; <see cref="ScheduleUnit.Sample"/> counts as
/// it does.
/// </remarks>
public sealed class InverseScalingSchedule : LearningRateSchedule
{
    /// <summary>A schedule that falls as a power of time.</summary>
    /// <param name="initialRate">η₀: finite, above 0.</param>
    /// <param name="power">The exponent: finite, 0 or more; ½ is the default of scikit-learn.</param>
    /// <param name="unit">What t counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public InverseScalingSchedule(double initialRate, double power = 0.5, ScheduleUnit unit = ScheduleUnit.Epoch)
    {
        InitialRate = Hyperparameter.Rate(initialRate);
        Power = Hyperparameter.NotNegative(power);
        Unit = Hyperparameter.Defined(unit);
    }

    /// <summary>η₀.</summary>
    public double InitialRate { get; }

    /// <summary>The exponent.</summary>
    public double Power { get; }

    /// <summary>What t counts.</summary>
    public ScheduleUnit Unit { get; }

    internal override string Declaration => FormattableString.Invariant($"InverseScaling({InitialRate}, {Power}, {Unit})");

    /// <inheritdoc/>
    public override double RateAt(TrainingTime time) => InitialRate / PortablePower.Of(time.In(Unit) + 1, Power);
}
