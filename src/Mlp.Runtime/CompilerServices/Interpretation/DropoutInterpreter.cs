using System;

namespace Mlp.CompilerServices;

/// <summary>
/// Drops values of a sample that is trained on: h′ = h · m and backward δ · m, where m is 0 for what is dropped and 1 / (1 − p) for what stays. A sample
/// that is predicted goes through as it is.
/// </summary>
/// <remarks>What is dropped is 0 whatever it was, as in vector kernels, which clear its bits: a product would make NaN of an infinity.</remarks>
internal sealed class DropoutInterpreter : LayerInterpreter
{
    private readonly int _threshold;
    private readonly float _scale;

    /// <summary>A dropout.</summary>
    /// <param name="layer">Its shape, and its constant: the probability of being dropped.</param>
    /// <exception cref="ArgumentException">The layer does not fit together.</exception>
    internal DropoutInterpreter(LayerDescription layer)
        : base(layer.Inputs, layer.Outputs)
    {
        DescriptionRules.RequireSameShape(layer);
        DescriptionRules.Require(
            layer.Constants is [>= 0 and < 1],
            layer,
            FormattableString.Invariant($"has the constants [{string.Join(", ", layer.Constants)}], but must have one probability from 0 to below 1"));
        _threshold = DropoutMask.Threshold(layer.Constants[0]);
        _scale = DropoutMask.Scale(layer.Constants[0]);
    }

    /// <inheritdoc/>
    internal override int KeptFloats => Outputs;

    /// <inheritdoc/>
    internal override bool HasMask => true;

    /// <inheritdoc/>
    internal override void KeepMask(DropoutMask mask, Span<float> kept)
    {
        for (int unit = 0; unit < kept.Length; unit++)
        {
            kept[unit] = mask.Factor(unit, _threshold, _scale);
        }
    }

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        if (kept.IsEmpty)
        {
            inputs.CopyTo(outputs);
            return;
        }

        Multiply(inputs, kept, outputs);
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        if (!inputErrors.IsEmpty)
        {
            Multiply(outputErrors, values.Kept, inputErrors);
        }
    }

    private static void Multiply(ReadOnlySpan<float> values, ReadOnlySpan<float> factors, Span<float> products)
    {
        for (int unit = 0; unit < products.Length; unit++)
        {
            // No branch, as in drawing the factors: all bits where a factor is above 0, and none where it is 0.
            int stays = -BitConverter.SingleToInt32Bits(factors[unit]) >> 31;
            products[unit] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(values[unit] * factors[unit]) & stays);
        }
    }
}
