using System;

namespace Mlp.CompilerServices;

/// <summary>
/// The largest value of each window, channel by channel; positions outside the sample never count. A NaN in a window is its largest. The error goes to
/// the first of equals in row-major order; of a NaN, to the first NaN.
/// </summary>
/// <remarks>The way back finds the winner again, as the first that equals what left: nothing is kept, and inputs and outputs are there anyway.</remarks>
internal sealed class MaxPoolInterpreter : LayerInterpreter
{
    private readonly SampleWindows _windows;

    /// <summary>A max pool.</summary>
    /// <param name="layer">Its shapes and its window.</param>
    /// <exception cref="ArgumentException">The layer does not fit together.</exception>
    internal MaxPoolInterpreter(LayerDescription layer)
        : base(layer.Inputs, layer.Outputs)
    {
        _windows = new SampleWindows(layer);
        DescriptionRules.RequirePool(layer, _windows);
    }

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        int channels = _windows.InputChannels;
        for (int position = 0; position < _windows.Positions; position++)
        {
            Span<float> largest = outputs.Slice(position * channels, channels);
            largest.Fill(float.NegativeInfinity);
            for (WindowTaps taps = _windows.At(position); taps.MoveNext();)
            {
                ReadOnlySpan<float> seen = inputs.Slice(taps.Position * channels, channels);
                for (int channel = 0; channel < channels; channel++)
                {
                    // Max passes a NaN on.
                    largest[channel] = float.Max(largest[channel], seen[channel]);
                }
            }
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
        for (int output = 0; output < outputErrors.Length; output++)
        {
            (int position, int channel) = int.DivRem(output, channels);
            float largest = values.Outputs[output];
            for (WindowTaps taps = _windows.At(position); taps.MoveNext();)
            {
                int input = (taps.Position * channels) + channel;

                // Equals, and not ==: a NaN is found too.
                if (values.Inputs[input].Equals(largest))
                {
                    inputErrors[input] += outputErrors[output];
                    break;
                }
            }
        }
    }
}
