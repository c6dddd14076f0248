using System;

namespace Mlp.CompilerServices;

/// <summary>An activation as a layer of its own: h′ = g(h), value by value; backward δ ⊙ g′(h).</summary>
/// <remarks>
/// g is never that of a network's output: the last layer's activation belongs to the output stage, and an activation that stands last in the source
/// is that of the layer before it.
/// </remarks>
internal sealed class ActivationInterpreter : LayerInterpreter
{
    private readonly ElementActivation _activation;

    /// <summary>An activation.</summary>
    /// <param name="layer">Its shape.</param>
    /// <param name="activation">g.</param>
    /// <exception cref="ArgumentException">The layer does not leave what arrives.</exception>
    internal ActivationInterpreter(LayerDescription layer, ElementActivation activation)
        : base(layer.Inputs, layer.Outputs)
    {
        DescriptionRules.RequireSameShape(layer);
        _activation = activation;
    }

    /// <inheritdoc/>
    internal override int KeptFloats => _activation.KeptFloats(Outputs);

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        inputs.CopyTo(outputs);
        _activation.Apply(outputs, kept);
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        if (inputErrors.IsEmpty)
        {
            return;
        }

        _activation.MultiplyBySlopes(outputErrors, values.Outputs, values.Kept);
        outputErrors.CopyTo(inputErrors);
    }
}
