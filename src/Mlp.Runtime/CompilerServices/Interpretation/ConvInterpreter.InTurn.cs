using System;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <content>
/// The order of deterministic networks, which is that of their kernels. Forward a sum goes over the lines of the kernel, the channels and the taps of a
/// line. Errors are added line after line of what left, and there tap after tap; with a stride along columns, position after position. The gradient of a
/// sample is a sum over its positions, and is then added.
/// </content>
internal sealed partial class ConvInterpreter
{
    // More stands in native memory.
    private const int StackFloats = 2048;

    /// <summary>The weights and biases of a sample's gradient, from the first weight on and from the first bias on.</summary>
    private int GradientFloats => _weightFloats + _windows.OutputChannels;

    /// <summary>sums[o] += Σ w[o, i, k] h[i, k] of one position.</summary>
    private void AddTapsInTurn(Span<float> sums, ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, WindowTaps taps)
    {
        (int firstLine, int endLine) = (taps.Lines.Start.Value, taps.Lines.End.Value);
        (int first, int end) = (taps.Columns.Start.Value, taps.Columns.End.Value);
        for (int line = firstLine; line < endLine; line++)
        {
            for (int channel = 0; channel < _groupChannels; channel++)
            {
                for (int column = first; column < end; column++)
                {
                    AddChannel(sums, parameters[_taps[taps.TapAt(line, column)]..], inputs.Slice(taps.PositionAt(line, column) * _windows.InputChannels, _windows.InputChannels), channel);
                }
            }
        }
    }

    /// <summary>The part of one channel of each group.</summary>
    private void AddChannel(Span<float> sums, ReadOnlySpan<float> weights, ReadOnlySpan<float> seen, int channel)
    {
        if (IsDepthwise)
        {
            _loops.AddProductsEach(sums, weights, seen);
            return;
        }

        for (int group = 0; group < _groups; group++)
        {
            Span<float> filters = sums.Slice(group * _groupFilters, _groupFilters);
            int row = (group * _groupFilters) + (channel * _channelStride);
            _loops.AddMultiple(filters, weights.Slice(row, filters.Length), seen[(group * _groupChannels) + channel]);
        }
    }

    /// <summary>∂ℓ/∂h[q, i] = Σ w[o, i, k] δ[p, o].</summary>
    private void SendBackInTurn(ReadOnlySpan<float> parameters, ReadOnlySpan<float> errors, Span<float> inputErrors)
    {
        for (int line = 0; line < _windows.Lines; line++)
        {
            Range lines = _windows.At(line * _windows.Columns).Lines;
            for (int kernelLine = lines.Start.Value; kernelLine < lines.End.Value; kernelLine++)
            {
                (int outer, int inner) = _windows.IsStrided ? (_windows.Columns, _windows.KernelColumns) : (_windows.KernelColumns, _windows.Columns);
                for (int first = 0; first < outer; first++)
                {
                    for (int second = 0; second < inner; second++)
                    {
                        (int column, int tap) = _windows.IsStrided ? (first, second) : (second, first);
                        int position = (line * _windows.Columns) + column;
                        WindowTaps taps = _windows.At(position);
                        if (tap >= taps.Columns.Start.Value && tap < taps.Columns.End.Value)
                        {
                            Span<float> seen = inputErrors.Slice(taps.PositionAt(kernelLine, tap) * _windows.InputChannels, _windows.InputChannels);
                            SendTapBack(parameters[_taps[taps.TapAt(kernelLine, tap)]..], RowOf(errors, position), seen);
                        }
                    }
                }
            }
        }
    }

    /// <summary>The gradient of a sample, from zero, added onto that of the samples before it.</summary>
    private void AddGradientOfSample(ReadOnlySpan<float> inputs, ReadOnlySpan<float> errors, Span<float> destination)
    {
        using NativeScratch memory = GradientFloats > StackFloats ? new NativeScratch(GradientFloats) : default;
        Span<float> own = GradientFloats > StackFloats ? MemoryMarshal.CreateSpan(ref memory.Start, GradientFloats) : stackalloc float[GradientFloats];
        own.Clear();
        Span<float> biases = own[_weightFloats..];
        for (int position = 0; position < _windows.Positions; position++)
        {
            ReadOnlySpan<float> deltas = RowOf(errors, position);
            _loops.AddMultiple(biases, deltas, 1);
            for (WindowTaps taps = _windows.At(position); taps.MoveNext();)
            {
                AddTapGradient(own[(_taps[taps.Tap] - _weights)..], deltas, inputs.Slice(taps.Position * _windows.InputChannels, _windows.InputChannels));
            }
        }

        _loops.AddMultiple(destination.Slice(_biases, biases.Length), biases, 1);

        // Only what is a weight: padding stays as it is.
        foreach (int tap in _taps)
        {
            for (int channel = 0; channel < _groupChannels; channel++)
            {
                int row = tap + (channel * _channelStride);
                _loops.AddMultiple(destination.Slice(row, _windows.OutputChannels), own[(row - _weights)..], 1);
            }
        }
    }
}
