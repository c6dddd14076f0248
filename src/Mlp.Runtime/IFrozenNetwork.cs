using System;

namespace Mlp;

/// <summary>
/// What every network with <see cref="NetworkDeclarationAttribute.Frozen"/> weights can do, so that generic code works on any of them. All
/// members are static, because there are no instances.
/// </summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
/// <remarks>A batch is row-major, one sample a row. All members may run on many threads at once.</remarks>
public interface IFrozenNetwork<TSelf>
    where TSelf : IFrozenNetwork<TSelf>
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
    static abstract void Forward(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Predicts n samples.</summary>
    /// <param name="inputs">n × <see cref="InputSize"/> values; n may be 0.</param>
    /// <param name="outputs">Receives n × <see cref="OutputSize"/> values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or the spans overlap.</exception>
    static abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Copies all parameters out: for each layer its weights row by row, [out, in], then its biases.</summary>
    /// <param name="destination">Receives <see cref="ParameterCount"/> values.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    static abstract void CopyParametersTo(Span<float> destination);
}
