using System;

namespace Mlp.CompilerServices;

/// <summary>Keeps values between two numbers: h′ = min(max(h, low), high), and NaN stays NaN. Backward δ strictly between them, and 0 elsewhere.</summary>
internal sealed class ClipInterpreter : LayerInterpreter
{
    private readonly float _low;
    private readonly float _high;

    /// <summary>A clip.</summary>
    /// <param name="layer">Its shape, and its constants: low, then high.</param>
    /// <exception cref="ArgumentException">The layer does not fit together.</exception>
    internal ClipInterpreter(LayerDescription layer)
        : base(layer.Inputs, layer.Outputs)
    {
        DescriptionRules.RequireSameShape(layer);
        DescriptionRules.Require(
            layer.Constants is [float low, float high] && low < high,
            layer,
            FormattableString.Invariant($"has the constants [{string.Join(", ", layer.Constants)}], but must have a low one and then a higher one"));
        (_low, _high) = (layer.Constants[0], layer.Constants[1]);
    }

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        for (int index = 0; index < outputs.Length; index++)
        {
            // Max and Min pass a NaN on.
            outputs[index] = float.Min(float.Max(inputs[index], _low), _high);
        }
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        for (int index = 0; index < inputErrors.Length; index++)
        {
            float arrived = values.Inputs[index];
            inputErrors[index] = arrived > _low && arrived < _high ? outputErrors[index] : 0;
        }
    }
}
