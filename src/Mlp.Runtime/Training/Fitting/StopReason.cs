namespace Mlp.Training;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were trained.</summary>
    Completed,

    /// <summary>The monitored loss had not improved for as many epochs as the patience allows.</summary>
    Patience,

    /// <summary>The norm of an epoch's mean gradient was at or below the tolerance.</summary>
    GradientTolerance,

    /// <summary>The caller cancelled. Nothing is thrown; the result says so.</summary>
    Cancelled,

    /// <summary>A loss, a gradient or a parameter was not finite, or the loss rose beyond all measure: choose a smaller learning rate.</summary>
    Diverged,
}
