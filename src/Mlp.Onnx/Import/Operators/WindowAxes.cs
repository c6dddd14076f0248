using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Reads the attributes of convolutions and pools: strides, dilations, pads and auto_pad.</summary>
internal static class WindowAxes
{
    /// <summary>A window over images or sequences, an axis for each dimension behind the channels.</summary>
    /// <param name="call">The node.</param>
    /// <param name="signal">What arrives: batch, channels, positions.</param>
    /// <param name="kernel">The taps.</param>
    /// <exception cref="Refusal">Attributes are not covered, or do not fit.</exception>
    public static WindowAxis[] Of(NodeCall call, Signal signal, IReadOnlyList<int> kernel)
    {
        int axes = signal.Layout.Rank - 2;
        if (axes is not (1 or 2))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"goes over {Math.Max(axes, 0)} dimensions; layers go over one or two");
        }

        IReadOnlyList<int> strides = List(call, "strides", axes, 1, 1);
        IReadOnlyList<int> dilations = List(call, "dilations", axes, 1, 1);
        IReadOnlyList<int> pads = List(call, "pads", 2 * axes, 0, 0);
        if (kernel.Count != axes || kernel.Any(static taps => taps < 1))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has a kernel of [{ShapeText.Spoken(kernel)}] for {axes} axes");
        }

        if (kernel.Aggregate(1L, static (product, taps) => product * taps) > ParameterLimit.Most)
        {
            throw call.Refuse(OnnxFaultCode.TooLarge, $"has a kernel of [{ShapeText.Spoken(kernel)}], which is more than {ParameterLimit.Most} positions");
        }

        string auto = call.Text("auto_pad", "NOTSET");
        bool isUp = call.Integer("ceil_mode", 0) != 0;
        var windows = new WindowAxis[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            (int around, int behind) = signal.Padding is { } zeros ? zeros[axis + 2] : (0, 0);
            int length = signal.Layout.ExtentOf(axis + 2);
            var window = new WindowAxis(length, kernel[axis], strides[axis], dilations[axis], 0, 0, 0);
            windows[axis] = Padded(call, window, auto, pads[axis], pads[axes + axis], around, behind, isUp);
            if (windows[axis].Positions < 1 || windows[axis].Before > ParameterLimit.Most || windows[axis].Reach > ParameterLimit.Most)
            {
                throw call.Refuse(OnnxFaultCode.Shape, $"has a kernel of {kernel[axis]} that does not fit into {length} positions");
            }
        }

        return windows;
    }

    private static WindowAxis Padded(NodeCall call, WindowAxis window, string auto, int before, int after, int around, int behind, bool isUp)
    {
        // Zeros of a Pad node count as positions of the sample for auto_pad.
        long length = (long)window.Length + around + behind;
        switch (auto)
        {
            case "SAME_UPPER" or "SAME_LOWER":
                long same = ((length - 1) / window.Stride) + 1;
                long total = Math.Max(0, ((same - 1) * window.Stride) + window.Reach - length);
                long first = auto == "SAME_UPPER" ? total / 2 : total - (total / 2);
                return window with { Before = Sum(call, first, around), After = Sum(call, total - first, behind), Positions = Sum(call, same, 0) };
            case "NOTSET" or "":
                break;
            case "VALID":
                (before, after) = (0, 0);
                break;
            default:
                throw call.Refuse(OnnxFaultCode.AttributeValue, $"has auto_pad = {auto}");
        }

        long room = length + before + after - window.Reach;
        long positions = room < 0 ? 0 : isUp ? ((room + window.Stride - 1) / window.Stride) + 1 : (room / window.Stride) + 1;

        // A window that begins behind the sample and its padding in front is left out.
        if (isUp && positions > 1 && (positions - 1) * window.Stride >= length + before)
        {
            positions--;
        }

        return window with { Before = Sum(call, before, around), After = Sum(call, after, behind), Positions = Sum(call, positions, 0) };
    }

    private static int Sum(NodeCall call, long one, long other) => one + other <= ParameterLimit.Most
        ? (int)(one + other)
        : throw call.Refuse(OnnxFaultCode.TooLarge, $"has a window or padding of more than {ParameterLimit.Most} positions");

    private static IReadOnlyList<int> List(NodeCall call, string name, int count, int usual, int least)
    {
        IReadOnlyList<int> numbers = call.Integers(name) is { Count: > 0 } given ? given : [.. Enumerable.Repeat(usual, count)];
        return numbers.Count == count && numbers.All(number => number >= least && number <= ParameterLimit.Most)
            ? numbers
            : throw call.Refuse(OnnxFaultCode.AttributeValue, $"has {name} = [{string.Join(", ", numbers)}]; there must be {count} numbers, each from {least} to {ParameterLimit.Most}");
    }
}
