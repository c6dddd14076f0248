using System;
using System.ComponentModel;
using Mlp.CompilerServices;

namespace Mlp;

/// <summary>
/// What every emitted network can do, so that generic code (training, tests, services) works on any of them: what
/// <see cref="IPredictor{TSelf}"/> says, and training.
/// </summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
/// <remarks>
/// Gradients by the parameters have the canonical order of those. <see cref="ComputeLoss"/>, <see cref="ComputeGradient"/>,
/// <see cref="ComputeInputGradient"/> and <see cref="Backpropagate"/> change nothing in the network. They may run on many threads at once,
/// as long as no thread trains it. They take any numbers; NaN in a sample gives NaN. <see cref="TrainStep"/> and
/// <see cref="ApplyGradient"/> refuse inputs, gradients and learning rates that are not finite before they write anything. So finite
/// parameters become NaN only by an overflow, because the learning rate is too high. <see cref="IPredictor{TSelf}.SetParameters"/> does
/// not check its numbers.
/// <para>
/// In a network with a <see cref="DropoutAttribute"/>, <see cref="ComputeGradient"/>, <see cref="ComputeInputGradient"/> and
/// <see cref="Backpropagate"/> leave out the values that the next step drops, <see cref="ComputeLoss"/> none. They take no step, so that each
/// of them gives the same again, and all of them go through the same masks.
/// </para>
/// </remarks>
public interface INetwork<TSelf> : IPredictor<TSelf>
    where TSelf : INetwork<TSelf>
{
    /// <summary>
    /// The kernels of many networks at once, which <see cref="Evolution.Population{TNetwork}"/> asks for: <see langword="null"/> where
    /// <see cref="NetworkTrainingAttribute.Population"/> is not set, a layer has none, or the hardware has no vectors. It belongs to emitted code.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual PopulationKernel? PopulationKernel => null;

    /// <summary>Draws all parameters anew: the same seed gives the same parameters on every platform and vector width.</summary>
    /// <param name="seed">Any number.</param>
    void Initialize(ulong seed);

    /// <summary>The mean loss of n samples [Lu 8].</summary>
    /// <param name="inputs">n × <see cref="IPredictor{TSelf}.InputSize"/> values; n is 1 or more.</param>
    /// <param name="targets">n × <see cref="IPredictor{TSelf}.OutputSize"/> values in the domain of the loss.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a target is outside the domain of the loss.</exception>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);

    /// <summary>The mean loss of n samples and its gradient [Lu 11-14]; changes no parameter.</summary>
    /// <param name="inputs">n × <see cref="IPredictor{TSelf}.InputSize"/> values; n is 1 or more.</param>
    /// <param name="targets">n × <see cref="IPredictor{TSelf}.OutputSize"/> values in the domain of the loss.</param>
    /// <param name="gradient">Receives <see cref="IPredictor{TSelf}.ParameterCount"/> values ∂L/∂θ in canonical order.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, a target is outside the domain of the loss, or <paramref name="gradient"/> overlaps another span.
    /// </exception>
    float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>The mean loss of n samples and its gradient by the inputs, ∂L/∂x [Lu 12]; changes no parameter.</summary>
    /// <param name="inputs">n × <see cref="IPredictor{TSelf}.InputSize"/> values; n is 1 or more.</param>
    /// <param name="targets">n × <see cref="IPredictor{TSelf}.OutputSize"/> values in the domain of the loss.</param>
    /// <param name="inputGradient">
    /// Receives n × <see cref="IPredictor{TSelf}.InputSize"/> values ∂L/∂x, one for each of the inputs. L is the mean, so that each is 1/n of
    /// what its sample's loss alone would give.
    /// </param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, a target is outside the domain of the loss, or <paramref name="inputGradient"/> overlaps another span.
    /// </exception>
    float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient);

    /// <summary>
    /// From the gradient of a loss L by the network's outputs, back to that by its parameters and by its inputs [Lu 12-14]; changes no
    /// parameter. So networks chain: what <see cref="ComputeInputGradient"/> of one gives is the output gradient of the one before it. The
    /// network's own loss plays no part.
    /// </summary>
    /// <param name="inputs">n × <see cref="IPredictor{TSelf}.InputSize"/> values; n may be 0.</param>
    /// <param name="outputGradient">
    /// n × <see cref="IPredictor{TSelf}.OutputSize"/> values ∂L/∂ŷ, where ŷ are the predictions, behind the output's activation.
    /// </param>
    /// <param name="gradient">
    /// Receives <see cref="IPredictor{TSelf}.ParameterCount"/> values ∂L/∂θ in canonical order: the sum over the samples, not divided by n.
    /// Empty where it is not wanted.
    /// </param>
    /// <param name="inputGradient">
    /// Receives n × <see cref="IPredictor{TSelf}.InputSize"/> values ∂L/∂x. Empty where it is not wanted.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, <paramref name="gradient"/> and <paramref name="inputGradient"/> are both empty though there are samples,
    /// or one of them overlaps another span.
    /// </exception>
    void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient);

    /// <summary>One optimizer step on a minibatch of n samples.</summary>
    /// <param name="inputs">n × <see cref="IPredictor{TSelf}.InputSize"/> values; n is 1 or more.</param>
    /// <param name="targets">n × <see cref="IPredictor{TSelf}.OutputSize"/> values in the domain of the loss.</param>
    /// <param name="learningRate">The step size α, a finite number of 0 or more; with SGD, θ ← θ − α · ∂L/∂θ.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, a target is outside the domain of the loss, an input is not finite, or the learning rate is
    /// negative or not finite; nothing has changed.
    /// </exception>
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate);

    /// <summary>One optimizer step with a gradient that was computed elsewhere.</summary>
    /// <param name="gradient"><see cref="IPredictor{TSelf}.ParameterCount"/> values in canonical order.</param>
    /// <param name="learningRate">The step size α, a finite number of 0 or more.</param>
    /// <exception cref="ArgumentException">
    /// The span has the wrong length or an element that is not finite, or the learning rate is negative or not finite; nothing has changed.
    /// </exception>
    void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate);

    /// <summary>An independent copy, optimizer state included.</summary>
    TSelf Clone();
}
