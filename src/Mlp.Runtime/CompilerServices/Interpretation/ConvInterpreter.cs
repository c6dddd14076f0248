using System;
using System.Collections.Generic;

namespace Mlp.CompilerServices;

/// <summary>
/// A convolution: h′[p, o] = g(b[o] + Σ w[o, i, k] h[p · stride + k · dilation − padding, i]) over the taps k and the channels i of the
/// filter's group. Taps outside the sample are left out. Backward it is the same sum for δ, spread to where h came from.
/// </summary>
/// <remarks>Weights stand with the filters side by side, so that loops go along the filters of a group (<see cref="RowLoops"/>).</remarks>
internal sealed partial class ConvInterpreter : LayerInterpreter
{
    private readonly RowLoops _loops;
    private readonly SampleWindows _windows;
    private readonly ElementActivation _activation;
    private readonly int _groups;
    private readonly int _groupChannels;
    private readonly int _groupFilters;
    private readonly int _biases;
    private readonly int _weights;
    private readonly int _weightFloats;

    // Where the weights of each tap stand, and how far it is from a channel to the next.
    private readonly int[] _taps;
    private readonly int _channelStride;

    /// <summary>A convolution.</summary>
    /// <param name="layer">Its shapes and its window.</param>
    /// <param name="tensors">Its weights [out, in / groups, k…] and its biases [out].</param>
    /// <param name="activation">g.</param>
    /// <param name="loops">How products are added up.</param>
    /// <exception cref="ArgumentException">The layer does not fit together, or filters are not side by side.</exception>
    internal ConvInterpreter(LayerDescription layer, StoredTensor[] tensors, ElementActivation activation, RowLoops loops)
        : base(layer.Inputs, layer.Outputs)
    {
        _windows = new SampleWindows(layer);
        _activation = activation;
        _loops = loops;
        _groups = layer.Window!.Groups;
        DescriptionRules.Require(
            _groups > 0 && _windows.InputChannels % _groups == 0 && _windows.OutputChannels % _groups == 0,
            layer,
            FormattableString.Invariant($"has {_groups} groups, which must divide the channels of both"));
        (_groupChannels, _groupFilters) = (_windows.InputChannels / _groups, _windows.OutputChannels / _groups);
        int[] extents = [_windows.OutputChannels, _groupChannels, .. layer.Window.Kernel];
        DescriptionRules.Require(
            tensors is [{ } weight, { } bias] && weight.Extents.SequenceEqual(extents) && bias.Extents is [int biases] && biases == _windows.OutputChannels,
            layer,
            FormattableString.Invariant($"must have weights [{string.Join(", ", extents)}] and biases [{extents[0]}], and no axis of them in parts"));

        ReadOnlySpan<int> strides = tensors[0].Strides;
        if (strides[0] != 1 || tensors[1].Strides[0] != 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Weights have the strides [{string.Join(", ", strides.ToArray())}] and biases [{tensors[1].Strides[0]}], but both first ones must be 1: filters stand side by side."), nameof(tensors));
        }

        _biases = tensors[1].Start;
        (_weights, _weightFloats) = (tensors[0].Start, tensors[0].End - tensors[0].Start);
        _channelStride = strides[1];
        _taps = TapStarts(tensors[0], strides[2..], layer.Window.Kernel);
    }

    /// <inheritdoc/>
    internal override int KeptFloats => _activation.KeptFloats(Outputs);

    // A filter for each channel: a tap is a product value by value.
    private bool IsDepthwise => _groupChannels == 1 && _groupFilters == 1;

    /// <inheritdoc/>
    internal override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> kept)
    {
        for (int position = 0; position < _windows.Positions; position++)
        {
            Span<float> sums = RowOf(outputs, position);
            parameters.Slice(_biases, sums.Length).CopyTo(sums);
            if (_loops.IsDeterministic)
            {
                AddTapsInTurn(sums, parameters, inputs, _windows.At(position));
                continue;
            }

            for (WindowTaps taps = _windows.At(position); taps.MoveNext();)
            {
                AddTap(sums, parameters[_taps[taps.Tap]..], inputs.Slice(taps.Position * _windows.InputChannels, _windows.InputChannels));
            }
        }

        _activation.Apply(outputs, kept);
    }

    /// <inheritdoc/>
    internal override void Backward(
        ReadOnlySpan<float> parameters, LayerValues values, Span<float> outputErrors, Span<float> inputErrors, Span<float> destination)
    {
        _activation.MultiplyBySlopes(outputErrors, values.Outputs, values.Kept);
        if (!inputErrors.IsEmpty)
        {
            inputErrors.Clear();
            if (_loops.IsDeterministic)
            {
                SendBackInTurn(parameters, outputErrors, inputErrors);
            }
            else
            {
                SendBack(parameters, outputErrors, inputErrors);
            }
        }

        if (destination.IsEmpty)
        {
            return;
        }

        if (_loops.IsDeterministic)
        {
            AddGradientOfSample(values.Inputs, outputErrors, destination);
        }
        else
        {
            AddGradient(values.Inputs, outputErrors, destination);
        }
    }

    private static int[] TapStarts(StoredTensor weights, ReadOnlySpan<int> strides, IReadOnlyList<int> kernel)
    {
        int columns = kernel[^1];
        int[] starts = new int[strides.Length == 1 ? columns : kernel[0] * columns];
        for (int tap = 0; tap < starts.Length; tap++)
        {
            // Along one axis there is but row 0.
            (int row, int column) = int.DivRem(tap, columns);
            starts[tap] = weights.Start + (row * strides[0]) + (column * strides[^1]);
        }

        return starts;
    }

    /// <summary>sums[o] += Σ w[o, i] h[i] of one tap.</summary>
    private void AddTap(Span<float> sums, ReadOnlySpan<float> weights, ReadOnlySpan<float> seen)
    {
        if (IsDepthwise)
        {
            _loops.AddProductsEach(sums, weights, seen);
            return;
        }

        for (int group = 0; group < _groups; group++)
        {
            Span<float> filters = sums.Slice(group * _groupFilters, _groupFilters);
            int row = group * _groupFilters;
            foreach (float value in seen.Slice(group * _groupChannels, _groupChannels))
            {
                _loops.AddMultiple(filters, weights.Slice(row, filters.Length), value);
                row += _channelStride;
            }
        }
    }

    /// <summary>∂ℓ/∂h[q, i] = Σ w[o, i, k] δ[p, o] over the windows p that have q at a tap k, and the filters o.</summary>
    private void SendBack(ReadOnlySpan<float> parameters, ReadOnlySpan<float> errors, Span<float> inputErrors)
    {
        for (int position = 0; position < _windows.Positions; position++)
        {
            ReadOnlySpan<float> deltas = RowOf(errors, position);
            for (WindowTaps taps = _windows.At(position); taps.MoveNext();)
            {
                SendTapBack(parameters[_taps[taps.Tap]..], deltas, inputErrors.Slice(taps.Position * _windows.InputChannels, _windows.InputChannels));
            }
        }
    }

    private void SendTapBack(ReadOnlySpan<float> weights, ReadOnlySpan<float> deltas, Span<float> seen)
    {
        if (IsDepthwise)
        {
            _loops.AddProductsEach(seen, weights, deltas);
            return;
        }

        for (int group = 0; group < _groups; group++)
        {
            ReadOnlySpan<float> filters = deltas.Slice(group * _groupFilters, _groupFilters);
            int row = group * _groupFilters;
            foreach (ref float sum in seen.Slice(group * _groupChannels, _groupChannels))
            {
                sum = _loops.AddProducts(sum, filters, weights[row..]);
                row += _channelStride;
            }
        }
    }

    /// <summary>∂ℓ/∂w[o, i, k] += Σ δ[p, o] h[q, i] over the positions p, and ∂ℓ/∂b[o] += Σ δ[p, o].</summary>
    private void AddGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> errors, Span<float> destination)
    {
        for (int position = 0; position < _windows.Positions; position++)
        {
            ReadOnlySpan<float> deltas = RowOf(errors, position);
            _loops.AddMultiple(destination.Slice(_biases, deltas.Length), deltas, 1);
            for (WindowTaps taps = _windows.At(position); taps.MoveNext();)
            {
                AddTapGradient(destination[_taps[taps.Tap]..], deltas, inputs.Slice(taps.Position * _windows.InputChannels, _windows.InputChannels));
            }
        }
    }

    private void AddTapGradient(Span<float> weights, ReadOnlySpan<float> deltas, ReadOnlySpan<float> seen)
    {
        if (IsDepthwise)
        {
            _loops.AddProductsEach(weights[..seen.Length], deltas, seen);
            return;
        }

        for (int group = 0; group < _groups; group++)
        {
            ReadOnlySpan<float> filters = deltas.Slice(group * _groupFilters, _groupFilters);
            int row = group * _groupFilters;
            foreach (float value in seen.Slice(group * _groupChannels, _groupChannels))
            {
                _loops.AddMultiple(weights.Slice(row, filters.Length), filters, value);
                row += _channelStride;
            }
        }
    }

    private Span<float> RowOf(Span<float> positions, int position) => positions.Slice(position * _windows.OutputChannels, _windows.OutputChannels);

    private ReadOnlySpan<float> RowOf(ReadOnlySpan<float> positions, int position) => positions.Slice(position * _windows.OutputChannels, _windows.OutputChannels);
}
