using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>The same learning rate at all times: η(t) = η₀. Immutable.</summary>
public sealed class ConstantSchedule : LearningRateSchedule
{
    /// <summary>A schedule that always gives one rate.</summary>
    /// <param name="rate">η₀: finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public ConstantSchedule(double rate) => Rate = Hyperparameter.Rate(rate);

    /// <summary>η₀.</summary>
    public double Rate { get; }

    internal override string Declaration => FormattableString.Invariant($"{Rate}");

    /// <inheritdoc/>
    public override double RateAt(TrainingTime time) => Rate;
}
