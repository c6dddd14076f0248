namespace Mlp.Training;

/// <summary>What a schedule counts as its time.</summary>
public enum ScheduleUnit
{
    /// <summary>Completed passes over the training data.</summary>
    Epoch,

    /// <summary>Completed optimizer steps, one a minibatch.</summary>
    Step,

    /// <summary>Samples that completed steps have seen.</summary>
    Sample,
}
