namespace Mlp.Training;

/// <summary>How <see cref="ReduceOnPlateauSchedule"/> reads its threshold.</summary>
public enum ThresholdMode
{
    /// <summary>A loss is better when it is below best − threshold · |best|.</summary>
    Relative,

    /// <summary>A loss is better when it is below best − threshold.</summary>
    Absolute,
}
