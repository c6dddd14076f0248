using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>
/// What an optimizer remembers, in and out, so that a training goes on elsewhere to the last bit as if it had not been
/// interrupted. Emitted networks whose optimizer remembers anything implement it, explicitly, and those that draw masks;
/// <see cref="Optimizer.SGD"/> remembers nothing.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// How many moments there are follows from the name in <see cref="NetworkDescription.Optimizer"/>: one of Momentum, Nesterov
/// (the velocity) and RMSProp (the mean of squares), two of Adam and AdamW (the mean, then the mean of squares). A moment has a
/// value for each parameter, in canonical order.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IResumableTraining
{
    /// <summary>Copies what the optimizer remembers; changes nothing in the network.</summary>
    /// <param name="moments">Receives moment after moment, as many values each as there are parameters; zeros before the first step.</param>
    /// <returns>How far the optimizer is, and which masks come next.</returns>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    OptimizerProgress CopyMomentsTo(Span<float> moments);

    /// <summary>Replaces what the optimizer remembers; parameters stay.</summary>
    /// <param name="moments">Moment after moment, as many values each as there are parameters.</param>
    /// <param name="progress">How far the optimizer is, and which masks come next.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    void SetMoments(ReadOnlySpan<float> moments, OptimizerProgress progress);
}
