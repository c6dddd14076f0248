namespace Mlp.Searching.Space;

/// <summary>The settings that a space may have an axis of. Their numbers are what draws follow from: they never change.</summary>
internal enum AxisName
{
    /// <summary>The learning rate, or where a schedule begins.</summary>
    LearningRate = 1,

    /// <summary>The samples of a step.</summary>
    BatchSize = 2,

    /// <summary>How strongly steps draw weights to zero.</summary>
    WeightDecay = 3,

    /// <summary>How many epochs without an improvement are too many.</summary>
    Patience = 4,

    /// <summary>The largest norm of a gradient.</summary>
    ClipNorm = 5,

    /// <summary>How the learning rate changes with time: the values are places in the list of schedules.</summary>
    Schedule = 6,
}
