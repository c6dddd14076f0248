using System;
using System.Linq;

namespace Mlp.CompilerServices;

/// <summary>A scaler: h′ = scale · h + offset, with numbers for each channel; backward δ · scale. It learns nothing.</summary>
internal sealed class AffineInterpreter : LayerInterpreter
{
    private readonly RowLoops _loops;
    private readonly float[] _scales;
    private readonly float[] _offsets;

    /// <summary>A scaler.</summary>
    /// <param name="layer">Its shape, and its constants: scales, then offsets, each one for every channel or one for all.</param>
    /// <param name="loops">How products are added.</param>
    /// <exception cref="ArgumentException">The layer does not fit together.</exception>
    internal AffineInterpreter(LayerDescription layer, RowLoops loops)
        : base(layer.Inputs, layer.Outputs)
    {
        _loops = loops;
        DescriptionRules.RequireSameShape(layer);
        int channels = layer.InputShape[^1];
        int given = layer.Constants.Count / 2;
        DescriptionRules.Require(
            layer.Constants.Count % 2 == 0 && (given == 1 || given == channels),
            layer,
            FormattableString.Invariant($"has {layer.Constants.Count} constants, but must have a scale and an offset for each of its {channels} channels, or one of each"));
        _scales = PerChannel(0);
        _offsets = PerChannel(given);

        float[] PerChannel(int start) => [.. Enumerable.Range(0, channels).Select(channel => layer.Constants[start + (given == 1 ? 0 : channel)])];
    }

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        for (int start = 0; start < outputs.Length; start += _scales.Length)
        {
            Span<float> row = outputs.Slice(start, _scales.Length);
            ReadOnlySpan<float> arrived = inputs.Slice(start, _scales.Length);
            for (int channel = 0; channel < row.Length; channel++)
            {
                row[channel] = _loops.AddProduct(arrived[channel], _scales[channel], _offsets[channel]);
            }
        }
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        for (int start = 0; start < inputErrors.Length; start += _scales.Length)
        {
            for (int channel = 0; channel < _scales.Length; channel++)
            {
                inputErrors[start + channel] = outputErrors[start + channel] * _scales[channel];
            }
        }
    }
}
