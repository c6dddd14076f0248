namespace Mlp.Searching.Space;

/// <summary>The schedules of the learning rate that a search may list.</summary>
internal enum ScheduleKind
{
    /// <summary>The same rate at all times.</summary>
    Constant,

    /// <summary>Half a cosine over all epochs, down to a part of the rate.</summary>
    Cosine,

    /// <summary>The rate times a factor after each period.</summary>
    StepDecay,

    /// <summary>The rate over a power of time.</summary>
    InverseScaling,

    /// <summary>The rate for a while, then falling as 1/k.</summary>
    Annealing,

    /// <summary>The rate times a factor where the loss has stopped falling.</summary>
    ReduceOnPlateau,
}
