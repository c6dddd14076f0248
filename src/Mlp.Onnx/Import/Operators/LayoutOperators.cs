using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Operators that change how values are seen, and no value.</summary>
internal static class LayoutOperators
{
    /// <summary>The input as it is.</summary>
    public static TensorValue Identity(NodeCall call) => call.AnySignal(0).Without(call.Node.Operator);

    /// <summary>Nothing where nothing is trained; a layer of our own files.</summary>
    public static TensorValue Dropout(NodeCall call)
    {
        Signal signal = call.Signal(0);
        if (call.Input(2) is { } mode && !(mode is ConstantValue { Tensor.Values: [0] }))
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"drops values, for it is in training mode; export the model for inference");
        }

        double probability = call.OptionalConstant(1)?.Tensor.Values is [var ratio] ? ratio : call.Number("ratio", 0.5);
        return call.Context.KeepsApart && probability is >= 0 and < 1
            ? signal.With(new FunctionExpression(signal.Expression, FunctionKind.Dropout, call.Described) { Low = probability })
            : signal.Without(call.Node.Operator);
    }

    /// <summary>A type of another precision.</summary>
    public static TensorValue Cast(NodeCall call)
    {
        Signal signal = call.AnySignal(0);
        var type = (OnnxElementType)call.Integer("to", 1);
        if (signal.Head is not { IsClass: true } && type is not (OnnxElementType.Float or OnnxElementType.Float16 or OnnxElementType.BFloat16 or OnnxElementType.Double))
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"makes values of the type {type}, which cuts digits off");
        }

        return type != OnnxElementType.Double || call.Context.AllowsDouble || signal.Head is { IsClass: true }
            ? signal.Of(type).Without(call.Node.Operator)
            : throw call.Refuse(OnnxFaultCode.ElementType, $"makes values of the type Double; say that they may be computed as floats");
    }

    /// <summary>The dimensions before one together, and those from it on.</summary>
    public static TensorValue Flatten(NodeCall call)
    {
        Signal signal = Plain(call);
        long axis = call.Integer("axis", 1);
        int rank = signal.Layout.Rank;
        int split = axis == rank ? rank : call.Axis(axis, rank);
        return Seen(call, signal, signal.Layout.With([
            signal.Layout.Dimensions.Take(split).SelectMany(static dimension => dimension), signal.Layout.Dimensions.Skip(split).SelectMany(static dimension => dimension)]));
    }

    /// <summary>Other dimensions.</summary>
    public static TensorValue Reshape(NodeCall call)
    {
        if (call.AnySignal(0) is { Head: not null } head)
        {
            return head.Without(call.Node.Operator);
        }

        Signal signal = Plain(call);
        IReadOnlyList<SymbolicInteger> target = call.Integers("shape") is { } old ? [.. old.Select(static extent => new SymbolicInteger(extent))]
            : ShapeOperators.Integers(call.Input(1)) ?? throw call.Refuse(OnnxFaultCode.DynamicDimension, $"has a shape that is computed of values");
        SymbolicInteger[] shape = [.. signal.Layout.Shape];
        bool keepsZeros = call.Integer("allowzero", 0) != 0;
        SymbolicInteger[] resolved = [.. target.Select((extent, index) => extent.Factor == 0 && !keepsZeros && index < shape.Length ? shape[index] : extent)];
        return Reshaping.Of(signal.Layout, resolved) is { } layout
            ? Seen(call, signal, layout)
            : throw call.Refuse(OnnxFaultCode.Shape, $"makes [{string.Join(", ", target.Select(static extent => extent.HasBatch ? "batch" : $"{extent.Factor}"))}] of [{ShapeText.Of(signal.Layout)}], which has other values or mixes samples");
    }

    /// <summary>Without dimensions of 1.</summary>
    public static TensorValue Squeeze(NodeCall call)
    {
        if (call.AnySignal(0) is { Head: not null } head)
        {
            return head.Without(call.Node.Operator);
        }

        Signal signal = Plain(call);
        Layout layout = signal.Layout;
        IReadOnlyList<int>? axes = call.IntegersOrInput("axes", 1);
        HashSet<int> dropped = axes is null
            ? [.. Enumerable.Range(0, layout.Rank).Where(dimension => layout.Dimensions[dimension].All(static axis => axis.IsBatch && axis.Extent == 1))]
            : [.. axes.Select(axis => call.Axis(axis, layout.Rank))];
        return dropped.All(dimension => layout.Dimensions[dimension].All(static axis => axis.IsBatch && axis.Extent <= 1))
            ? Seen(call, signal, layout.With(layout.Dimensions.Where((_, dimension) => !dropped.Contains(dimension))))
            : throw call.Refuse(OnnxFaultCode.Shape, $"drops dimensions of [{ShapeText.Of(layout)}] that are not 1");
    }

    /// <summary>With more dimensions of 1.</summary>
    public static TensorValue Unsqueeze(NodeCall call)
    {
        Signal signal = Plain(call);
        IReadOnlyList<int> axes = call.IntegersOrInput("axes", 1) ?? throw call.Refuse(OnnxFaultCode.Shape, $"has no axes");
        int rank = signal.Layout.Rank + axes.Count;
        HashSet<int> added = [.. axes.Select(axis => call.Axis(axis, rank))];
        if (added.Count != axes.Count)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"adds a dimension twice");
        }

        var rest = new Queue<IEnumerable<Axis>>(signal.Layout.Dimensions.Select(static dimension => dimension.AsEnumerable()));
        return Seen(call, signal, signal.Layout.With([.. Enumerable.Range(0, rank).Select(dimension => added.Contains(dimension) ? [] : rest.Dequeue())]));
    }

    /// <summary>Dimensions in another order.</summary>
    public static TensorValue Transpose(NodeCall call)
    {
        Signal signal = call.PaddedSignal(0);
        int rank = signal.Layout.Rank;
        IReadOnlyList<int> order = call.Integers("perm") ?? [.. Enumerable.Range(0, rank).Reverse()];
        return order.Order().SequenceEqual(Enumerable.Range(0, rank))
            ? Seen(call, signal.Padded(signal.Padding is { } zeros ? [.. order.Select(dimension => zeros[dimension])] : null), signal.Layout.Transposed(order))
            : throw call.Refuse(OnnxFaultCode.AttributeValue, $"has perm = [{string.Join(", ", order)}] for {rank} dimensions");
    }

    /// <summary>Zeros around values.</summary>
    public static TensorValue Pad(NodeCall call)
    {
        Signal signal = call.PaddedSignal(0);
        int rank = signal.Layout.Rank;
        string mode = call.Text("mode", "constant");
        IReadOnlyList<int> pads = call.IntegersOrInput("pads", 1) ?? call.Integers("paddings") ?? throw call.Refuse(OnnxFaultCode.Shape, $"has no pads");
        double value = call.Opset < 11 ? call.Number("value", 0) : call.OptionalConstant(2)?.Tensor.Values is [var given] ? given : 0;
        int[] axes = [.. (call.OptionalConstant(3)?.Tensor.Values.Select(static axis => (long)axis) ?? Enumerable.Range(0, rank).Select(static axis => (long)axis)).Select(axis => call.Axis(axis, rank))];
        if (pads.Count != 2 * axes.Length || axes.Distinct().Count() != axes.Length)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has {pads.Count} pads for {axes.Length} dimensions");
        }

        if (pads.All(static pad => pad == 0))
        {
            return signal.Without(call.Node.Operator);
        }

        if (mode != "constant" || value != 0 || pads.Any(static pad => pad < 0 || pad > Layers.ParameterLimit.Most))
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"does not add zeros: mode = {mode}, value = {value}, pads = [{string.Join(", ", pads)}]");
        }

        var zeros = Enumerable.Range(0, rank).Select(dimension => signal.Padding?[dimension] ?? (0, 0)).ToArray();
        for (int index = 0; index < axes.Length; index++)
        {
            (int before, int after) = zeros[axes[index]];
            zeros[axes[index]] = (before + pads[index], after + pads[axes.Length + index]);
        }

        return signal.Padded(zeros).Without(call.Node.Operator);
    }

    /// <summary>A shape that the values have already.</summary>
    public static TensorValue Expand(NodeCall call)
    {
        Signal signal = Plain(call);
        SymbolicInteger[] shape = [.. signal.Layout.Shape];
        IReadOnlyList<SymbolicInteger> target = ShapeOperators.Integers(call.Input(1)) ?? throw call.Refuse(OnnxFaultCode.DynamicDimension, $"has a shape that is computed of values");
        int more = target.Count - shape.Length;
        bool isSame = target.Select((extent, index) => extent is { Factor: 1, HasBatch: false } || (index >= more && extent == shape[index - more])).All(static same => same);
        return isSame
            ? Seen(call, signal, signal.Layout.With([.. Enumerable.Repeat(Enumerable.Empty<Axis>(), System.Math.Max(0, more)), .. signal.Layout.Dimensions]))
            : throw call.Refuse(OnnxFaultCode.Operator, $"repeats values, which no layer does");
    }

    private static Signal Plain(NodeCall call) => call.Signal(0);

    private static Signal Seen(NodeCall call, Signal signal, Layout layout) => signal.Seen(layout).Without(call.Node.Operator);
}
