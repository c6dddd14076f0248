using System;

namespace Mlp;

/// <summary>
/// What every emitted network can do, so that generic code (training, tests, services) works on any of them.
/// </summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
/// <remarks>
/// A batch is row-major, one sample a row. Parameters and gradients have one canonical order: for each layer its weights row by
/// row ([out, in]), then its biases. <see cref="Forward"/>, <see cref="ForwardBatch"/>, <see cref="ComputeLoss"/> and
/// <see cref="ComputeGradient"/> change nothing in the network. They may run on many threads at once, as long as no thread trains
/// it. They take any numbers; NaN in a sample gives NaN for that sample. <see cref="TrainStep"/> and <see cref="ApplyGradient"/>
/// refuse inputs, gradients and learning rates that are not finite before they write anything. So finite parameters become NaN
/// only by an overflow, because the learning rate is too high. <see cref="SetParameters"/> does not check its numbers.
/// </remarks>
public interface INetwork<TSelf>
    where TSelf : INetwork<TSelf>
{
    /// <summary>The number of values in one input sample.</summary>
    static abstract int InputSize { get; }

    /// <summary>The number of values in one output sample.</summary>
    static abstract int OutputSize { get; }

    /// <summary>The number of weights and biases together.</summary>
    static abstract int ParameterCount { get; }

    /// <summary>The layers and choices the network was declared with.</summary>
    static abstract NetworkDescription Description { get; }

    /// <summary>A table of the layers: output sizes, parameters, floating-point operations a sample.</summary>
    static abstract string Summary { get; }

    /// <summary>Draws all parameters anew: the same seed gives the same parameters on every platform and vector width.</summary>
    /// <param name="seed">Any number.</param>
    void Initialize(ulong seed);

    /// <summary>Predicts one sample.</summary>
    /// <param name="input"><see cref="InputSize"/> values.</param>
    /// <param name="output">Receives <see cref="OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    void Forward(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Predicts n samples.</summary>
    /// <param name="inputs">n × <see cref="InputSize"/> values; n may be 0.</param>
    /// <param name="outputs">Receives n × <see cref="OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The mean loss of n samples [Lu 8].</summary>
    /// <param name="inputs">n × <see cref="InputSize"/> values; n is 1 or more.</param>
    /// <param name="targets">n × <see cref="OutputSize"/> values in the domain of the loss.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a target is outside the domain of the loss.</exception>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);

    /// <summary>The mean loss of n samples and its gradient [Lu 11-14]; changes no parameter.</summary>
    /// <param name="inputs">n × <see cref="InputSize"/> values; n is 1 or more.</param>
    /// <param name="targets">n × <see cref="OutputSize"/> values in the domain of the loss.</param>
    /// <param name="gradient">Receives <see cref="ParameterCount"/> values ∂L/∂θ in canonical order.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, a target is outside the domain of the loss, or <paramref name="gradient"/> overlaps another span.
    /// </exception>
    float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>One optimizer step on a minibatch of n samples.</summary>
    /// <param name="inputs">n × <see cref="InputSize"/> values; n is 1 or more.</param>
    /// <param name="targets">n × <see cref="OutputSize"/> values in the domain of the loss.</param>
    /// <param name="learningRate">The step size α, a finite number of 0 or more; with SGD, θ ← θ − α · ∂L/∂θ.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">
    /// A span has the wrong length, a target is outside the domain of the loss, an input is not finite, or the learning rate is
    /// negative or not finite; nothing has changed.
    /// </exception>
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate);

    /// <summary>One optimizer step with a gradient that was computed elsewhere.</summary>
    /// <param name="gradient"><see cref="ParameterCount"/> values in canonical order.</param>
    /// <param name="learningRate">The step size α, a finite number of 0 or more.</param>
    /// <exception cref="ArgumentException">
    /// The span has the wrong length or an element that is not finite, or the learning rate is negative or not finite; nothing has changed.
    /// </exception>
    void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate);

    /// <summary>Copies all parameters out, in canonical order.</summary>
    /// <param name="destination">Receives <see cref="ParameterCount"/> values.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    void CopyParametersTo(Span<float> destination);

    /// <summary>
    /// Replaces all parameters, without a check of the numbers. The state of the optimizer stays; <see cref="Initialize"/> resets
    /// it.
    /// </summary>
    /// <param name="source"><see cref="ParameterCount"/> values in canonical order.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    void SetParameters(ReadOnlySpan<float> source);

    /// <summary>An independent copy, optimizer state included.</summary>
    TSelf Clone();
}
