using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Operators whose inputs are all in the file, computed in double.</summary>
internal static class ConstantOperators
{
    /// <summary>The operators by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<NodeCall, ConstantValue>> All = new Dictionary<string, Func<NodeCall, ConstantValue>>
    {
        ["Constant"] = ConstantSources.Constant,
        ["ConstantOfShape"] = ConstantSources.ConstantOfShape,
        ["Range"] = ConstantSources.Range,
        ["Identity"] = static call => call.Constant(0),
        ["Dropout"] = static call => call.Constant(0),
        ["Cast"] = ConstantSources.Cast,
        ["Shape"] = static call => ConstantValue.OfIntegers(call.Constant(0).Tensor.Extents.Select(static extent => (long)extent)),
        ["Size"] = static call => ConstantValue.Of(OnnxElementType.Int64, [], [call.Constant(0).Count]),
        ["Reshape"] = ConstantLayouts.Reshape,
        ["Flatten"] = ConstantLayouts.Flatten,
        ["Squeeze"] = ConstantLayouts.Squeeze,
        ["Unsqueeze"] = ConstantLayouts.Unsqueeze,
        ["Transpose"] = ConstantLayouts.Transpose,
        ["Expand"] = ConstantLayouts.Expand,
        ["Concat"] = ConstantLayouts.Concat,
        ["Gather"] = ConstantLayouts.Gather,
        ["Slice"] = ConstantLayouts.Slice,
        ["ReduceProd"] = Product,
        ["Neg"] = Each(static number => -number),
        ["Sqrt"] = Each(Math.Sqrt),
        ["Reciprocal"] = Each(static number => 1 / number),
        ["Exp"] = Each(Math.Exp),
        ["Log"] = Each(Math.Log),
        ["Abs"] = Each(Math.Abs),
        ["Add"] = Paired(static (left, right, _) => left + right),
        ["Sub"] = Paired(static (left, right, _) => left - right),
        ["Mul"] = Paired(static (left, right, _) => left * right),
        ["Div"] = Paired(static (left, right, isInteger) => isInteger ? right == 0 ? double.NaN : Math.Truncate(left / right) : left / right),
        ["Pow"] = Paired(static (left, right, _) => Math.Pow(left, right)),
    };

    private static Func<NodeCall, ConstantValue> Each(Func<double, double> function) => call =>
    {
        OnnxTensor tensor = Numeric(call, 0);
        call.Context.Spend(tensor.Values.LongLength);
        return ConstantValue.Of(tensor.Type, tensor.Extents, [.. tensor.Values.Select(function)], tensor.Name);
    };

    private static Func<NodeCall, ConstantValue> Paired(Func<double, double, bool, double> function) => call =>
    {
        if (call.Count != 2)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has {call.Count} inputs and not 2");
        }

        (OnnxTensor left, OnnxTensor right) = (Numeric(call, 0), Numeric(call, 1));
        int[] extents = ConstantLayouts.Together(call, left.Extents, right.Extents);
        (OnnxTensor one, OnnxTensor other) = (ConstantLayouts.Expanded(call, left, extents), ConstantLayouts.Expanded(call, right, extents));
        bool isInteger = ConstantValue.IsIntegerType(left.Type);
        return ConstantValue.Of(left.Type, extents, [.. one.Values.Zip(other.Values, (first, second) => function(first, second, isInteger))], left.Name);
    };

    /// <summary>The product of a list: what shapes are multiplied by.</summary>
    private static ConstantValue Product(NodeCall call)
    {
        OnnxTensor tensor = Numeric(call, 0);
        double product = tensor.Values.Aggregate(1.0, static (all, number) => all * number);
        return tensor.Extents.Count == 1
            ? ConstantValue.Of(tensor.Type, call.Integer("keepdims", 1) != 0 ? [1] : [], [product], tensor.Name)
            : throw call.Refuse(OnnxFaultCode.Operator, $"multiplies constants of {tensor.Extents.Count} dimensions; one is supported");
    }

    private static OnnxTensor Numeric(NodeCall call, int input) => call.Constant(input).Tensor is { Strings.Count: 0 } tensor
        ? tensor
        : throw call.Refuse(OnnxFaultCode.ElementType, $"computes with strings");
}
