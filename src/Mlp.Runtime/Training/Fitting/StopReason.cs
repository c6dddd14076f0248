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

    /// <summary>
    /// A loss, a gradient or a parameter was not finite, or the training loss of an epoch was more than a thousand times that of
    /// the start (plus 1): choose a smaller learning rate.
    /// </summary>
    Diverged,

    /// <summary>
    /// The line search found no step that makes the loss of the samples fall: the gradient is 0, or rounding hides what is left
    /// to gain. The last report has a learning rate of 0.
    /// </summary>
    NoDecrease,
}
