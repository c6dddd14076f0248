namespace Mlp.Searching;

/// <summary>Why a trial ended.</summary>
public enum TrialStop
{
    /// <summary>All epochs were trained, in one fold at least.</summary>
    Completed,

    /// <summary>Successive halving stopped it: others of its rung were better.</summary>
    Halved,

    /// <summary>In every fold the held-out loss had not improved for as many epochs as the patience allows.</summary>
    Patience,

    /// <summary>In every fold the norm of the gradient came to the tolerance, or the patience ended.</summary>
    GradientTolerance,

    /// <summary>A fold diverged: the learning rate is too high. The trial has no score, and no weights.</summary>
    Diverged,

    /// <summary>The search was cancelled before it was known whether the trial goes on.</summary>
    Interrupted,
}
