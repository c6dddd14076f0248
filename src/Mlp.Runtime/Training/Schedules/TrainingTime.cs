using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>How far a training is, in every unit that a schedule may count. All three are 0 before the first step.</summary>
/// <param name="Epoch">Completed epochs: 0 throughout the first one.</param>
/// <param name="Step">Completed optimizer steps since the start of the training.</param>
/// <param name="Sample">Samples seen by those steps.</param>
public readonly record struct TrainingTime(long Epoch, long Step, long Sample)
{
    /// <summary>The start of an epoch, for a look at a schedule that counts epochs.</summary>
    /// <param name="epoch">Completed epochs.</param>
    public static TrainingTime AtEpoch(long epoch) => new(epoch, 0, 0);

    /// <summary>The time in one unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is none of <see cref="ScheduleUnit"/>.</exception>
    public long In(ScheduleUnit unit) => Hyperparameter.Defined(unit) switch
    {
        ScheduleUnit.Epoch => Epoch,
        ScheduleUnit.Step => Step,
        _ => Sample,
    };
}
