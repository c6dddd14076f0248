using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Convolutions and pools.</summary>
internal static class WindowOperators
{
    /// <summary>A convolution; a dense layer, where its kernel is all that arrives.</summary>
    public static TensorValue Conv(NodeCall call)
    {
        Meetings.RequireOne(call, 0, 1);
        Signal signal = call.PaddedSignal(0);
        OnnxTensor tensor = call.Constant(1).Tensor;
        double[] weights = call.Floats(call.Constant(1));
        IReadOnlyList<int> extents = tensor.Extents;
        int groups = call.Small("group", 1);
        if (extents.Count != signal.Layout.Rank || extents.Count < 3 || groups < 1 || extents[0] % groups != 0 || signal.Layout.ExtentOf(1) != (long)extents[1] * groups)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has filters of [{ShapeText.Spoken(extents)}] in {groups} groups, which do not fit [{ShapeText.Of(signal.Layout)}]");
        }

        int[] kernel = [.. extents.Skip(2)];
        if (call.Integers("kernel_shape") is { } said && !said.SequenceEqual(kernel))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"says that its kernel is [{ShapeText.Spoken(said)}], but its filters have [{ShapeText.Spoken(kernel)}]");
        }

        int filters = extents[0];
        double[] biases = call.OptionalConstant(2) is { } constant ? call.Floats(constant) : new double[filters];
        if (biases.Length != filters)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has {biases.Length} biases for {filters} filters");
        }

        WindowAxis[] axes = WindowAxes.Of(call, signal, kernel);
        RequireSpatial(call, signal);
        return groups == 1 && axes.All(static axis => axis.IsWhole) && !call.Context.KeepsApart
            ? DenseLayers.Behind(call, signal, [.. Enumerable.Range(1, axes.Length + 1)], weights, biases, 1)
            : Window(call, signal, axes, LayerDraft.Conv, filters, groups, weights, biases);
    }

    /// <summary>The largest value of each window.</summary>
    public static TensorValue MaxPool(NodeCall call)
    {
        Signal signal = call.PaddedSignal(0);
        if (call.Integer("storage_order", 0) != 0)
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"has storage_order = {call.Integer("storage_order", 0)}; 0 is supported");
        }

        WindowAxis[] axes = PoolAxes(call, signal);
        RequireSpatial(call, signal);
        return signal.Padding is null || IsNeverNegative(call, signal)
            ? Window(call, signal, axes, "MaxPool", signal.Layout.ExtentOf(1))
            : throw call.Refuse(OnnxFaultCode.Operator, $"follows a Pad whose zeros would count among values below 0");
    }

    /// <summary>The mean of each window.</summary>
    public static TensorValue AveragePool(NodeCall call)
    {
        Signal signal = call.PaddedSignal(0);
        RequireFloats(call, signal);
        WindowAxis[] axes = PoolAxes(call, signal);
        RequireSpatial(call, signal);
        int channels = signal.Layout.ExtentOf(1);
        bool isPadded = axes.Any(static axis => axis.IsPadded);
        bool countsZeros = signal.Padding is not null || call.Integer("count_include_pad", 0) != 0;
        if (!isPadded || !countsZeros)
        {
            return Window(call, signal, axes, "AveragePool", channels);
        }

        // Zeros count: of those of a Pad all do, of the pool's own if it says so. Positions past both never do.
        bool isMixed = signal.Padding is not null && call.Integer("count_include_pad", 0) == 0 && axes.Select((axis, index) => axis.Before + axis.After - signal.Padding[index + 2].Before - signal.Padding[index + 2].After).Any(static own => own > 0);
        if (isMixed || axes.Any(static axis => axis.End > (long)axis.Length + axis.Before + axis.After))
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"counts some of the positions around a sample, and others not");
        }

        int taps = axes.Aggregate(1, static (product, axis) => product * axis.Kernel);
        if ((long)channels * taps > ParameterLimit.Most)
        {
            throw call.Refuse(OnnxFaultCode.TooLarge, $"is a convolution of more than {ParameterLimit.Most} weights");
        }

        call.Context.Spend((long)channels * taps);
        double[] weights = new double[channels * taps];
        Array.Fill(weights, 1.0 / taps);
        return Window(call, signal, axes, LayerDraft.Conv, channels, channels, weights, new double[channels]);
    }

    /// <summary>The mean of each channel.</summary>
    public static TensorValue GlobalAveragePool(NodeCall call) =>
        Mean(call, call.Signal(0), [.. Enumerable.Range(2, Math.Max(0, call.Signal(0).Layout.Rank - 2))], keepsDimensions: true);

    /// <summary>The largest value of each channel.</summary>
    public static TensorValue GlobalMaxPool(NodeCall call)
    {
        Signal signal = call.Signal(0);
        if (signal.Layout.Rank is not (3 or 4))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"goes over {signal.Layout.Rank - 2} dimensions; layers go over one or two");
        }

        WindowAxis[] axes = [.. Enumerable.Range(2, signal.Layout.Rank - 2).Select(signal.Layout.ExtentOf).Select(static length => new WindowAxis(length, length, 1, 1, 0, 0, 1))];
        return Window(call, signal, axes, "MaxPool", signal.Layout.ExtentOf(1));
    }

    /// <summary>The mean of some dimensions: of all positions, for each channel.</summary>
    public static TensorValue ReduceMean(NodeCall call)
    {
        Signal signal = call.Signal(0);

        // No axes are all axes, also where a list of them is there and empty.
        IReadOnlyList<int>? given = call.IntegersOrInput("axes", 1) is { Count: > 0 } axes ? axes : null;
        if (given is null && call.Integer("noop_with_empty_axes", 0) != 0)
        {
            return signal.Without(call.Node.Operator);
        }

        int rank = signal.Layout.Rank;
        int[] reduced = [.. (given ?? [.. Enumerable.Range(0, rank)]).Select(axis => call.Axis(axis, rank)).Distinct().Order()];
        return Mean(call, signal, reduced, call.Integer("keepdims", 1) != 0);
    }

    private static Signal Mean(NodeCall call, Signal signal, int[] reduced, bool keepsDimensions)
    {
        RequireFloats(call, signal);
        Layout layout = signal.Layout;
        int[] positions = [.. reduced.Where(dimension => layout.ExtentOf(dimension) > 1)];
        int[] channels = [.. Enumerable.Range(0, layout.Rank).Where(dimension => !reduced.Contains(dimension) && !layout.IsLead(dimension))];
        if (!reduced.All(layout.IsOfSample) || channels.Length > 1)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"takes the mean of [{ShapeText.Of(layout)}] in another way than over all positions, for each channel");
        }

        if (positions.Length > 2)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"takes the mean over {positions.Length} dimensions; layers go over one or two");
        }

        IEnumerable<IEnumerable<Axis>> Seen(Func<int, IEnumerable<Axis>> kept) => Enumerable.Range(0, layout.Rank)
            .Where(dimension => keepsDimensions || !reduced.Contains(dimension)).Select(dimension => reduced.Contains(dimension) ? [] : kept(dimension));
        if (positions.Length == 0)
        {
            return signal.Seen(layout.With(Seen(dimension => layout.Dimensions[dimension]))).Without(call.Node.Operator);
        }

        // One channel may be without a dimension.
        Signal seen = channels.Length == 1 ? signal : signal.Seen(layout.With(layout.Dimensions.Append([])));
        int channel = channels.Length == 1 ? channels[0] : layout.Rank;
        LayerChain chain = WindowLayers.Arranged(call, seen, positions, channel, out _);
        int count = seen.Layout.ExtentOf(channel);
        LayerChain longer = ChainBuilder.Append(chain, new LayerDraft("GlobalAveragePool", chain.Shape, [count]), call.Described);
        IEnumerable<Axis> results = count == 1 ? [] : [new Axis(count, 1)];
        return signal.Behind(longer, layout.With(Seen(dimension => dimension == channel ? results : layout.Dimensions[dimension])));
    }

    private static WindowAxis[] PoolAxes(NodeCall call, Signal signal)
    {
        IReadOnlyList<int> kernel = call.Integers("kernel_shape") ?? throw call.Refuse(OnnxFaultCode.Shape, $"has no kernel_shape");
        if (call.Integers("dilations") is { } dilations && dilations.Any(static dilation => dilation != 1))
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"has dilations = [{string.Join(", ", dilations)}]; pools have neighbouring positions");
        }

        WindowAxis[] axes = WindowAxes.Of(call, signal, kernel);
        return axes.All(static axis => axis.Before < axis.Kernel && (axis.Positions - 1L) * axis.Stride < axis.Length + axis.Before)
            ? axes
            : throw call.Refuse(OnnxFaultCode.AttributeValue, $"has a window wholly outside the sample");
    }

    private static Signal Window(
        NodeCall call, Signal signal, WindowAxis[] axes, string kind, int outputs, int groups = 1, double[]? weights = null, double[]? biases = null)
    {
        int[] positions = [.. Enumerable.Range(2, axes.Length)];
        LayerChain chain = WindowLayers.Arranged(call, signal, positions, 1, out IReadOnlyList<int> wanted);
        long size = axes.Aggregate((long)outputs, static (product, axis) => product > ParameterLimit.Most ? product : product * axis.Positions);
        if (size > ParameterLimit.Most)
        {
            throw call.Refuse(OnnxFaultCode.TooLarge, $"makes more than {ParameterLimit.Most} values");
        }

        int[] leaving = [.. axes.Select(static axis => axis.Positions), outputs];
        var layer = new LayerDraft(kind, wanted, leaving)
        {
            Weights = weights ?? [],
            Biases = biases ?? [],
            Window = new WindowDescription(
                [.. axes.Select(static axis => axis.Kernel)], [.. axes.Select(static axis => axis.Stride)], [.. axes.Select(static axis => axis.Dilation)], [.. axes.Select(static axis => axis.Before)], groups),
        };
        LayerChain longer = WindowLayers.Append(call, chain, WindowLayers.OnShape(call, chain.Shape!, wanted, layer));
        return signal.Behind(longer, Layout.ChannelsLast(signal.Layout.Dimensions[0], leaving));
    }

    private static void RequireFloats(NodeCall call, Signal signal)
    {
        if (signal.IsInteger)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"takes the mean of integers and drops the rest, which no layer does");
        }
    }

    private static void RequireSpatial(NodeCall call, Signal signal)
    {
        if (signal.Padding is { } zeros && zeros.Take(2).Any(static pair => pair != (0, 0)))
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"follows a Pad along the batch or the channels");
        }

        if (!signal.Layout.IsLead(0))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"goes over [{ShapeText.Of(signal.Layout)}], whose first dimension is no batch");
        }
    }

    private static bool IsNeverNegative(NodeCall call, Signal signal) => call.Context.Chains.Lowered(signal.Chain, signal.Expression).Last is { } last
        && (last.Activation is Activation.ReLU or Activation.ReLU6 or Activation.Sigmoid or Activation.Softplus or Activation.HardSigmoid
            || (last.Kind == "Clip" && last.Constants[0] >= 0));
}
