using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>
/// A training step in pieces: what <see cref="Mlp.Training.Trainer"/> asks of a network to weigh samples and to share a minibatch among
/// threads. Every emitted network implements it, explicitly; a network of another make need not.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// A step is: for each slice of the minibatch <see cref="AddGradient"/> onto a cleared <see cref="GradientSlice"/>; the
/// slices added up; <see cref="BeginStep"/> once; <see cref="Step"/> for each part of the parameters. Slices hold gradients in
/// the order of the network's own storage, so that a step passes over contiguous memory. A network that draws masks draws them for a
/// sample's place in the minibatch: <see cref="GradientSlice.Clear"/> is told where a slice begins, and samples of a slice follow each other.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISlicedTraining
{
    /// <summary>
    /// Adds scale · Σ wᵢ ∂ℓᵢ/∂θ over some samples onto a slice [Lu 11-14]. Changes nothing in the network: many threads may call
    /// it at once, each with a slice of its own, as long as nobody steps.
    /// </summary>
    /// <param name="inputs">n × inputs values; n is 1 or more.</param>
    /// <param name="targets">n × outputs values in the domain of the loss.</param>
    /// <param name="sampleWeights">n weights wᵢ, finite numbers of 0 or more; empty for all 1.</param>
    /// <param name="scale">What all is multiplied by, a finite number: one over the samples of the whole minibatch, for its mean.</param>
    /// <param name="slice">What it is added onto; used with networks of this type alone.</param>
    /// <returns>Σ wᵢ ℓᵢ.</returns>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, a target is outside the domain of the loss, an input, a weight or the scale is not finite, a
    /// weight is negative, or the slice is of another network; nothing has been added.
    /// </exception>
    double AddGradient(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, float scale, GradientSlice slice);

    /// <summary>Copies what a slice holds, in canonical order.</summary>
    /// <param name="slice">A slice that has been added onto.</param>
    /// <param name="gradient">Receives as many values as there are parameters.</param>
    /// <exception cref="ArgumentException">The span has the wrong length, or the slice is of another network.</exception>
    void CopyGradientTo(GradientSlice slice, Span<float> gradient);

    /// <summary>Counts one more step of the optimizer; the masks are those of the next step from here on.</summary>
    /// <param name="learningRate">The step size α, a finite number of 0 or more.</param>
    /// <returns>What <see cref="Step"/> wants to know.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite; no step has been counted.</exception>
    OptimizerStep BeginStep(float learningRate);

    /// <summary>
    /// The optimizer's step on one part of the parameters. Many threads may call it at once, each with a part of its own.
    /// </summary>
    /// <param name="slice">The gradient of the whole minibatch.</param>
    /// <param name="step">What <see cref="BeginStep"/> returned.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="parts">The number of parts, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    /// <exception cref="ArgumentException">The slice is of another network.</exception>
    void Step(GradientSlice slice, OptimizerStep step, int part, int parts);

    /// <summary>Lets the optimizer forget all moments and steps; parameters stay, and masks do not begin again.</summary>
    void ResetOptimizer();
}
