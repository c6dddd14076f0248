using System;

namespace Mlp.CompilerServices;

/// <summary>The mean of each window, channel by channel, over its positions inside the sample; each of them gets its share of the error.</summary>
internal sealed class AveragePoolInterpreter : LayerInterpreter
{
    private readonly RowLoops _loops;
    private readonly SampleWindows _windows;

    /// <summary>An average pool.</summary>
    /// <param name="layer">Its shapes and its window.</param>
    /// <param name="loops">How values are added up.</param>
    /// <exception cref="ArgumentException">The layer does not fit together.</exception>
    internal AveragePoolInterpreter(LayerDescription layer, RowLoops loops)
        : base(layer.Inputs, layer.Outputs)
    {
        _loops = loops;
        _windows = new SampleWindows(layer);
        DescriptionRules.RequirePool(layer, _windows);
    }

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        int channels = _windows.InputChannels;
        for (int position = 0; position < _windows.Positions; position++)
        {
            WindowTaps taps = _windows.At(position);
            Span<float> sums = outputs.Slice(position * channels, channels);
            sums.Clear();
            int count = taps.Count;
            while (taps.MoveNext())
            {
                _loops.AddMultiple(sums, inputs.Slice(taps.Position * channels, channels), 1);
            }

            _loops.Divide(sums, count);
        }
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        if (inputErrors.IsEmpty)
        {
            return;
        }

        inputErrors.Clear();
        int channels = _windows.InputChannels;
        for (int position = 0; position < _windows.Positions; position++)
        {
            WindowTaps taps = _windows.At(position);
            float share = 1f / taps.Count;
            while (taps.MoveNext())
            {
                _loops.AddMultiple(inputErrors.Slice(taps.Position * channels, channels), outputErrors.Slice(position * channels, channels), share);
            }
        }
    }
}
