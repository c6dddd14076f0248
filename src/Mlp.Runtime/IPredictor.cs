using System;

namespace Mlp;

/// <summary>
/// What it takes to use a network: its sizes, its predictions, and its parameters, to be loaded, saved and compared. Serving,
/// evaluation and canaries ask for no more; <see cref="INetwork{TSelf}"/> adds training.
/// </summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
/// <remarks>
/// A batch is row-major, one sample a row. Parameters have one canonical order: for each layer its weights row by row ([out, in]),
/// then its biases. <see cref="Forward"/>, <see cref="ForwardBatch"/> and <see cref="CopyParametersTo"/> change nothing in the network.
/// They may run on many threads at once, as long as no thread trains it or sets its parameters. They take any numbers; NaN in a sample
/// gives NaN for that sample.
/// A network whose weights are compiled in for good has no instances: it is an <see cref="IFrozenNetwork{TSelf}"/> instead.
/// </remarks>
public interface IPredictor<TSelf>
    where TSelf : IPredictor<TSelf>
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

    /// <summary>Copies all parameters out, in canonical order.</summary>
    /// <param name="destination">Receives <see cref="ParameterCount"/> values.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    void CopyParametersTo(Span<float> destination);

    /// <summary>
    /// Replaces all parameters, without a check of the numbers. The state of an optimizer stays;
    /// <see cref="INetwork{TSelf}.Initialize"/> resets it.
    /// </summary>
    /// <param name="source"><see cref="ParameterCount"/> values in canonical order.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    void SetParameters(ReadOnlySpan<float> source);
}
