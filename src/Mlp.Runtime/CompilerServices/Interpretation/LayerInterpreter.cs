using System;

namespace Mlp.CompilerServices;

/// <summary>
/// Computes a layer of one kind, one sample at a time: forward, and backward from ∂ℓ/∂(its outputs) to the gradient of its parameters and
/// to ∂ℓ/∂(its inputs). Shapes are the matter of each kind: here a sample is a row of floats.
/// </summary>
/// <remarks>Immutable, so that many threads may use it at once. What a sample leaves for its way back is in memory of the caller.</remarks>
/// <param name="inputs">The floats of a sample that arrive.</param>
/// <param name="outputs">The floats of a sample that leave.</param>
internal abstract class LayerInterpreter(int inputs, int outputs)
{
    /// <summary>The floats of a sample that arrive.</summary>
    internal int Inputs => inputs;

    /// <summary>The floats of a sample that leave.</summary>
    internal int Outputs => outputs;

    /// <summary>What the way back needs of the way forward beside inputs and outputs, in floats a sample.</summary>
    internal virtual int KeptFloats => 0;

    /// <summary>Whether it has a mask for each sample that it is trained on.</summary>
    internal virtual bool HasMask => false;

    /// <summary>Keeps the mask of a sample, before it goes forward on its way there and back.</summary>
    /// <param name="mask">The sample's mask in this layer.</param>
    /// <param name="kept">Receives <see cref="KeptFloats"/> floats.</param>
    internal virtual void KeepMask(DropoutMask mask, Span<float> kept)
    {
    }

    /// <summary>The outputs of a sample, and what its way back needs.</summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The sample, as it arrives.</param>
    /// <param name="outputs">Receives the sample, as it leaves.</param>
    /// <param name="kept">Receives <see cref="KeptFloats"/> floats, or has them from <see cref="KeepMask"/>; empty where there is no way back.</param>
    internal abstract void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept);

    /// <summary>
    /// The errors of the inputs, then the gradient. The destination may be the parameters themselves: the errors of the inputs are
    /// computed before anything is added onto it.
    /// </summary>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="values">The sample on its way forward.</param>
    /// <param name="outputErrors">∂ℓ/∂(outputs), times whatever scale the gradient has. It holds anything afterwards.</param>
    /// <param name="inputErrors">Receives ∂ℓ/∂(inputs), times that scale; empty where nobody wants it.</param>
    /// <param name="destination">
    /// What the gradient is added onto, laid out like the parameters. Only values of the layer's own tensors are touched. Empty where nobody
    /// wants it.
    /// </param>
    internal abstract void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination);
}
