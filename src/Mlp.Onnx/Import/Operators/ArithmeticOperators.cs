using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Values that meet constants, which scale and move them; and values that meet values, which may be an activation.</summary>
internal static class ArithmeticOperators
{
    /// <summary>a + b + …</summary>
    public static TensorValue Add(NodeCall call) => Folded(call, static (call, left, right) => Computed(call, left, right) is var (signal, numbers)
        ? Moved(call, signal, Numbers.One, numbers)
        : Met(call, PairKind.Sum, left, right, negated: false));

    /// <summary>a − b.</summary>
    public static TensorValue Sub(NodeCall call) => Folded(call, static (call, left, right) => Computed(call, left, right) is not var (signal, numbers)
        ? Met(call, PairKind.Sum, left, right, negated: true)
        : call.Input(left) is Signal ? Moved(call, signal, Numbers.One, numbers.Map(static number => -number)) : Moved(call, signal, new Numbers([-1]), numbers));

    /// <summary>a · b.</summary>
    public static TensorValue Mul(NodeCall call) => Folded(call, static (call, left, right) => Computed(call, left, right) is var (signal, numbers)
        ? Moved(call, signal, numbers, Numbers.Zero)
        : Met(call, PairKind.Product, left, right, negated: false));

    /// <summary>a / b.</summary>
    public static TensorValue Div(NodeCall call) => Folded(call, static (call, left, right) =>
    {
        if (Computed(call, left, right) is not var (signal, numbers))
        {
            return Inverse(call, right) is { } inverse ? Met(call, PairKind.Product, call.Signal(left), inverse) : throw Meetings.Of(call, left, right);
        }

        if (call.Constant(call.Input(left) is Signal ? right : left).IsInteger)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"divides integers and drops the rest, which no layer does");
        }

        if (call.Input(left) is Signal)
        {
            return !Array.Exists(numbers.Values, static number => number == 0)
                ? Moved(call, signal, numbers.Map(static number => 1 / number), Numbers.Zero)
                : throw call.Refuse(OnnxFaultCode.NonFinite, $"divides by 0");
        }

        return Inverse(call, right) is { } reciprocal
            ? Moved(call, reciprocal, numbers, Numbers.Zero)
            : throw call.Refuse(OnnxFaultCode.Operator, $"divides by values that are computed, which is supported as part of a sigmoid alone");
    });

    /// <summary>1 / x, as part of a sigmoid.</summary>
    public static TensorValue Reciprocal(NodeCall call) => Inverse(call, 0)
        ?? throw call.Refuse(OnnxFaultCode.Operator, $"divides by values that are computed, which is supported as part of a sigmoid alone");

    /// <summary>The larger of values and a number: a clip.</summary>
    public static TensorValue Max(NodeCall call) => Folded(call, static (call, left, right) => Computed(call, left, right) is var (signal, numbers)
        ? ElementOperators.Clipped(call, signal, Bound(call, numbers), double.PositiveInfinity)
        : Met(call, PairKind.Maximum, left, right, negated: false));

    /// <summary>The smaller of values and a number: a clip.</summary>
    public static TensorValue Min(NodeCall call) => Folded(call, static (call, left, right) => Computed(call, left, right) is var (signal, numbers)
        ? ElementOperators.Clipped(call, signal, double.NegativeInfinity, Bound(call, numbers))
        : throw Meetings.Of(call, left, right));

    /// <summary>x to the power of 1.</summary>
    public static TensorValue Pow(NodeCall call) => call.Input(1) is ConstantValue && call.Constant(1).Tensor is { Values: [1] } power && power.Extents.Count <= call.Signal(0).Layout.Rank
        ? call.Signal(0).Without(call.Node.Operator)
        : throw call.Refuse(OnnxFaultCode.Operator, $"raises values to a power, which no layer does");

    /// <summary>Several inputs, two at a time; a sum of many is one only if all but one are constants.</summary>
    private static Signal Folded(NodeCall call, Func<NodeCall, int, int, Signal> combine)
    {
        if (call.Count == 1)
        {
            return call.Signal(0).Without(call.Node.Operator);
        }

        return call.Count == 2 ? combine(call, 0, 1)
            : throw call.Refuse(OnnxFaultCode.Operator, $"has {call.Count} inputs; two are supported");
    }

    /// <summary>The one that is computed, and the constant that it meets; null where both are computed.</summary>
    private static (Signal Signal, Numbers Numbers)? Computed(NodeCall call, int left, int right)
    {
        if (call.Input(left) is Signal && call.Input(right) is Signal)
        {
            return null;
        }

        bool isLeft = call.Input(left) is Signal;
        Signal signal = call.Signal(isLeft ? left : right);
        OnnxTensor tensor = call.Constant(isLeft ? right : left).Tensor;
        double[] values = call.Floats(call.Constant(isLeft ? right : left));
        IReadOnlyList<int> extents = Aligned(call, tensor.Extents, signal.Layout.Rank);
        Layout layout = signal.Layout;
        while (layout.Rank < extents.Count)
        {
            layout = layout.With(layout.Dimensions.Prepend([]));
        }

        return (signal.Seen(layout), Broadcasting.Over(call, layout, extents, values));
    }

    /// <summary>Before opset 7, an attribute says which dimension the first one of the constant meets.</summary>
    private static IReadOnlyList<int> Aligned(NodeCall call, IReadOnlyList<int> extents, int rank) =>
        call.Opset < 7 && call.Node.Attributes.ContainsKey("axis") && extents.Count < rank
            ? [.. extents, .. Enumerable.Repeat(1, Math.Max(0, rank - extents.Count - call.Axis(call.Integer("axis", 0), rank)))]
            : extents;

    private static Signal Moved(NodeCall call, Signal signal, Numbers scale, Numbers offset) => signal.IsInteger && signal.Type is not (OnnxElementType.Int32 or OnnxElementType.Int64)
        ? throw call.Refuse(OnnxFaultCode.ElementType, $"computes with the type {signal.Type}, which begins anew beyond its ends; cast the values to floats before")
        : signal.With(call.Context.Expressions.Affine(signal.Expression, scale, offset, call.Described));

    private static Signal Met(NodeCall call, PairKind kind, int left, int right, bool negated)
    {
        Signal other = call.Signal(right);
        if (negated)
        {
            other = other.With(new AffineExpression(other.Expression, new Numbers([-1]), Numbers.Zero, [call.Described]));
        }

        return Met(call, kind, call.Signal(left), other) is { } signal ? signal : throw Meetings.Of(call, left, right);
    }

    private static Signal Met(NodeCall call, PairKind kind, Signal left, Signal right) =>
        ReferenceEquals(left.Chain, right.Chain) && left.Layout.IsSameAs(right.Layout)
        && call.Context.Patterns.Match(kind, left.Expression, right.Expression, call.Described) is { } formula
            ? left.With(formula)
            : throw Meetings.Of(call, 0, 1);

    /// <summary>1 / (1 + eᵘ), which is σ(−u).</summary>
    private static Signal? Inverse(NodeCall call, int input)
    {
        Signal signal = call.Signal(input);
        (Expression core, Numbers scale, Numbers offset) = Proportion.Flattened(signal.Expression);
        return core is FunctionExpression { Kind: FunctionKind.Exp } exponential && scale.AreAll(1) && offset.AreAll(1)
            ? signal.With(call.Context.Expressions.Named(
                call.Context.Expressions.Affine(exponential.Child, new Numbers([-1]), Numbers.Zero, call.Described), Activation.Sigmoid, call.Described))
            : null;
    }

    private static double Bound(NodeCall call, Numbers numbers) => numbers.AreAll(numbers[0])
        ? numbers[0]
        : throw call.Refuse(OnnxFaultCode.Operator, $"has other bounds for each value; a clip has one for all");
}
