using System;

namespace Mlp.CompilerServices;

/// <summary>
/// A PReLU: h′ = max(h, 0) + a ⊙ min(h, 0), with a slope a for each channel [He et al. 2015]; backward δ where h is above 0 and a ⊙ δ elsewhere, and
/// ∂ℓ/∂a = Σ δ ⊙ min(h, 0) over the positions.
/// </summary>
internal sealed class PReLUInterpreter : LayerInterpreter
{
    private readonly RowLoops _loops;
    private readonly int _slopes;
    private readonly int _stride;
    private readonly int _channels;

    /// <summary>A PReLU.</summary>
    /// <param name="layer">Its shape.</param>
    /// <param name="slopes">Its slopes [channels].</param>
    /// <param name="loops">How products are added.</param>
    /// <exception cref="ArgumentException">The layer does not fit together.</exception>
    internal PReLUInterpreter(LayerDescription layer, StoredTensor slopes, RowLoops loops)
        : base(layer.Inputs, layer.Outputs)
    {
        _loops = loops;
        DescriptionRules.RequireSameShape(layer);
        _channels = layer.InputShape[^1];
        DescriptionRules.Require(
            slopes.Extents.Length == 1 && slopes.Extents[0] == _channels, layer, FormattableString.Invariant($"must have a slope for each of its {_channels} channels"));
        (_slopes, _stride) = (slopes.Start, slopes.Strides[0]);
    }

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        for (int index = 0; index < outputs.Length; index++)
        {
            // Max and Min pass a NaN on.
            outputs[index] = _loops.AddProduct(parameters[SlopeOf(index)], float.Min(inputs[index], 0), float.Max(inputs[index], 0));
        }
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        for (int index = 0; index < inputErrors.Length; index++)
        {
            inputErrors[index] = values.Inputs[index] <= 0 ? parameters[SlopeOf(index)] * outputErrors[index] : outputErrors[index];
        }

        for (int index = 0; index < outputErrors.Length && !destination.IsEmpty; index++)
        {
            destination[SlopeOf(index)] += outputErrors[index] * float.Min(values.Inputs[index], 0);
        }
    }

    private int SlopeOf(int index) => _slopes + (index % _channels * _stride);
}
