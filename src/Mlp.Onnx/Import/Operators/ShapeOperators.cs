using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Arithmetic of shapes, which are known but for the batch: what files compute to flatten a tensor.</summary>
internal static class ShapeOperators
{
    /// <summary>The operators by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<NodeCall, TensorValue>> All = new Dictionary<string, Func<NodeCall, TensorValue>>
    {
        ["Identity"] = static call => Made(Items(call, 0), IsScalar(call)),
        ["Cast"] = static call => Made(Items(call, 0), IsScalar(call)),
        ["Gather"] = Gather,
        ["Slice"] = Slice,
        ["Concat"] = static call => Made([.. Enumerable.Range(0, call.Count).SelectMany(input => Items(call, input))], isScalar: false),
        ["Unsqueeze"] = static call => Items(call, 0) is [var item] ? Made([item], isScalar: false) : throw Unknown(call),
        ["Squeeze"] = static call => Items(call, 0) is [var item] ? Made([item], isScalar: true) : throw Unknown(call),
        ["Reshape"] = static call => Made(Items(call, 0), call.Constant(1).Count == 0),
        ["ReduceProd"] = static call => Made([Items(call, 0).Aggregate(new SymbolicInteger(1), (product, item) => Product(call, product, item))], call.Integer("keepdims", 1) == 0),
        ["Mul"] = static call => Paired(call, Product),
        ["Div"] = static call => Paired(call, Quotient),
        ["Add"] = static call => Paired(call, static (call, left, right) => Sum(call, left, right, 1)),
        ["Sub"] = static call => Paired(call, static (call, left, right) => Sum(call, left, right, -1)),
    };

    /// <summary>The dimensions of a tensor.</summary>
    public static TensorValue Shape(NodeCall call)
    {
        SymbolicInteger[] shape = [.. call.AnySignal(0).Layout.Shape];
        int start = End(call.Integer("start", 0), shape.Length);
        int end = End(call.Integer("end", shape.Length), shape.Length);
        return Made(shape[start..Math.Max(start, end)], isScalar: false);
    }

    /// <summary>The number of values of a tensor.</summary>
    public static TensorValue Size(NodeCall call) =>
        Made([call.AnySignal(0).Layout.Shape.Aggregate(new SymbolicInteger(1), (product, item) => Product(call, product, item))], isScalar: true);

    /// <summary>A value as integers; null where it is none.</summary>
    public static IReadOnlyList<SymbolicInteger>? Integers(TensorValue? value) => value switch
    {
        ShapeValue shape => shape.Items,
        ConstantValue { Tensor.Strings.Count: 0 } constant when constant.Tensor.Values.All(static number => Math.Abs(number) <= 1L << 53) =>
            [.. constant.Tensor.Values.Select(static number => new SymbolicInteger((long)number))],
        _ => null,
    };

    private static TensorValue Made(IReadOnlyList<SymbolicInteger> items, bool isScalar) => items.Any(static item => item.HasBatch)
        ? new ShapeValue(items, isScalar)
        : isScalar ? ConstantValue.Of(Graph.OnnxElementType.Int64, [], [items[0].Factor]) : ConstantValue.OfIntegers(items.Select(static item => item.Factor));

    private static TensorValue Gather(NodeCall call)
    {
        IReadOnlyList<SymbolicInteger> items = Items(call, 0);
        ConstantValue indices = call.Constant(1);
        return Made([.. indices.Tensor.Values.Select(index => items[call.Axis((long)index, items.Count)])], indices.Tensor.Extents.Count == 0);
    }

    private static TensorValue Slice(NodeCall call)
    {
        IReadOnlyList<SymbolicInteger> items = Items(call, 0);
        SliceRange range = SliceRange.Of(call, [items.Count])[0];
        return Made([.. range.Indices.Select(index => items[index])], isScalar: false);
    }

    private static TensorValue Paired(NodeCall call, Func<NodeCall, SymbolicInteger, SymbolicInteger, SymbolicInteger> combine)
    {
        (IReadOnlyList<SymbolicInteger> left, IReadOnlyList<SymbolicInteger> right) = (Items(call, 0), Items(call, 1));
        int count = Math.Max(left.Count, right.Count);
        return (left.Count != count && left.Count != 1) || (right.Count != count && right.Count != 1)
            ? throw Unknown(call)
            : Made([.. Enumerable.Range(0, count).Select(index => combine(call, left[left.Count == 1 ? 0 : index], right[right.Count == 1 ? 0 : index]))], IsScalar(call) && IsScalar(call, 1));
    }

    private static SymbolicInteger Product(NodeCall call, SymbolicInteger left, SymbolicInteger right) =>
        (left.HasBatch && right.HasBatch) || Math.Abs((double)left.Factor * right.Factor) > long.MaxValue / 2.0
            ? throw Unknown(call)
            : new SymbolicInteger(left.Factor * right.Factor, left.HasBatch || right.HasBatch);

    private static SymbolicInteger Quotient(NodeCall call, SymbolicInteger left, SymbolicInteger right) =>
        right.Factor == 0 || right.Factor == -1 || right.HasBatch || (left.HasBatch && left.Factor % right.Factor != 0)
            ? throw Unknown(call)
            : left with { Factor = left.Factor / right.Factor };

    private static SymbolicInteger Sum(NodeCall call, SymbolicInteger left, SymbolicInteger right, int sign) =>
        right is { Factor: 0, HasBatch: false } ? left
        : left.HasBatch || right.HasBatch || Math.Abs(left.Factor) > int.MaxValue || Math.Abs(right.Factor) > int.MaxValue
            ? throw Unknown(call)
            : new SymbolicInteger(left.Factor + (sign * right.Factor));

    private static IReadOnlyList<SymbolicInteger> Items(NodeCall call, int input) => Integers(call.Input(input)) ?? throw Unknown(call);

    private static bool IsScalar(NodeCall call, int input = 0) => call.Input(input) is ShapeValue { IsScalar: true } or ConstantValue { Tensor.Extents.Count: 0 };

    private static Refusal Unknown(NodeCall call) =>
        call.Refuse(OnnxFaultCode.DynamicDimension, $"computes with the size of the batch in a way that is not supported");

    private static int End(long index, int count) => (int)Math.Clamp(index < 0 ? index + count : index, 0, count);
}
