using System;

namespace Mlp;

/// <summary>A network that names classes and learns from integer labels, whatever its type: what <see cref="IClassifier{TSelf}"/> adds to a network.</summary>
public interface IClassifier : IClassPredictor
{
    /// <summary>The mean loss of n labelled samples.</summary>
    /// <param name="inputs">n samples, row-major; n is 1 or more.</param>
    /// <param name="labels">n class indices.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a label is not a class.</exception>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels);

    /// <summary>The mean loss of n labelled samples and its gradient; changes no parameter.</summary>
    /// <param name="inputs">n samples, row-major; n is 1 or more.</param>
    /// <param name="labels">n class indices.</param>
    /// <param name="gradient">Receives as many values as there are parameters in canonical order.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length, a label is not a class, or spans overlap.</exception>
    float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>The mean loss of n labelled samples and its gradient by the inputs, ∂L/∂x; changes no parameter.</summary>
    /// <param name="inputs">n samples, row-major; n is 1 or more.</param>
    /// <param name="labels">n class indices.</param>
    /// <param name="inputGradient">Receives a value ∂L/∂x for each of the inputs.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length, a label is not a class, or spans overlap.</exception>
    float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> inputGradient);

    /// <summary>One optimizer step on a minibatch of n labelled samples.</summary>
    /// <param name="inputs">n samples, row-major; n is 1 or more.</param>
    /// <param name="labels">n class indices.</param>
    /// <param name="learningRate">The step size α, a finite number of 0 or more.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, a label is not a class, an input is not finite, or the learning rate is negative or not finite;
    /// nothing has changed.
    /// </exception>
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate);
}
