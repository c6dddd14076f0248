using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Slice, Split and Gather: some of the outputs of a dense layer are a dense layer of fewer rows.</summary>
internal static class SelectionOperators
{
    /// <summary>Some places of some dimensions.</summary>
    public static TensorValue Slice(NodeCall call)
    {
        Signal signal = call.Signal(0);
        int[] extents = [.. Enumerable.Range(0, signal.Layout.Rank).Select(dimension =>
            signal.Layout.IsOfSample(dimension) ? signal.Layout.ExtentOf(dimension) : signal.Layout.Dimensions[dimension] is [{ IsOpenBatch: false } batch] ? batch.Extent : -1)];
        SliceRange[] ranges = SliceRange.Of(call, extents);
        Signal result = signal;
        for (int dimension = 0; dimension < ranges.Length; dimension++)
        {
            SliceRange range = ranges[dimension];
            if (range.Start != 0 || range.Step != 1 || range.Count != extents[dimension])
            {
                result = Selected(call, result, dimension, [.. range.Indices], keepsDimension: true);
            }
        }

        return ReferenceEquals(result, signal) ? signal.Without(call.Node.Operator) : result;
    }

    /// <summary>Places of a dimension.</summary>
    public static TensorValue Gather(NodeCall call)
    {
        Signal signal = call.Signal(0);
        ConstantValue constant = call.Constant(1);
        int dimension = call.Axis(call.Integer("axis", 0), signal.Layout.Rank);
        if (constant.Tensor.Extents.Count > 1)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"takes values by a table of places, which no layer does");
        }

        int extent = signal.Layout.ExtentOf(dimension);
        if (!signal.Layout.IsOfSample(dimension))
        {
            throw call.Refuse(OnnxFaultCode.DynamicDimension, $"takes some samples of a batch");
        }

        int[] indices = [.. constant.Tensor.Values.Select(index => call.Axis((long)index, extent))];
        return Selected(call, signal, dimension, indices, constant.Tensor.Extents.Count > 0);
    }

    /// <summary>Neighbouring places of a dimension, in several parts.</summary>
    public static TensorValue[] Split(NodeCall call)
    {
        Signal signal = call.Signal(0);
        int dimension = call.Axis(call.Integer("axis", 0), signal.Layout.Rank);
        int extent = signal.Layout.ExtentOf(dimension);
        int parts = call.Node.Outputs.Count;
        int equal = (extent + Math.Max(parts, 1) - 1) / Math.Max(parts, 1);
        IReadOnlyList<int> lengths = call.IntegersOrInput("split", 1) ?? [.. Enumerable.Range(0, parts).Select(part => Math.Min(equal, extent - (part * equal)))];
        if (!signal.Layout.IsOfSample(dimension) || lengths.Count != parts || lengths.Any(static length => length < 1) || lengths.Sum(static length => (long)length) != extent)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"splits {extent} values into [{string.Join(", ", lengths)}]");
        }

        return [.. lengths.Select((length, part) => (TensorValue)Selected(call, signal, dimension, [.. Enumerable.Range(lengths.Take(part).Sum(), length)], keepsDimension: true))];
    }

    private static Signal Selected(NodeCall call, Signal signal, int dimension, int[] indices, bool keepsDimension)
    {
        Layout layout = signal.Layout;
        int extent = layout.ExtentOf(dimension);
        if (indices.Length == 0)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"takes nothing");
        }

        IEnumerable<IEnumerable<Axis>> Dimensions(IEnumerable<Axis> selected) => Enumerable.Range(0, layout.Rank)
            .Where(other => other != dimension || keepsDimension).Select(other => other == dimension ? selected : layout.Dimensions[other]);
        if (indices.AsSpan().SequenceEqual(Enumerable.Range(0, extent).ToArray()) && layout.IsOfSample(dimension))
        {
            return signal.Seen(layout.With(Dimensions(layout.Dimensions[dimension]))).Without(call.Node.Operator);
        }

        if (!layout.IsOfSample(dimension))
        {
            throw call.Refuse(OnnxFaultCode.DynamicDimension, $"takes some samples of a batch");
        }

        if (extent != layout.Size || !layout.IsInMemoryOrder(layout.ValuesOf(dimension)) || signal.Chain.Last is not { Kind: LayerDraft.Dense } dense || signal.Chain.Ending is not null)
        {
            throw call.Refuse(OnnxFaultCode.Operator, $"takes {indices.Length} of {extent} values, which is supported for the outputs of a dense layer alone");
        }

        int row = dense.Weights.Length / dense.Biases.Length;
        call.Context.Spend((long)row * indices.Length);
        LayerChain chain = signal.Chain.WithLast(dense with
        {
            Output = [indices.Length],
            Weights = [.. indices.SelectMany(index => dense.Weights.AsSpan(index * row, row).ToArray())],
            Biases = [.. indices.Select(index => dense.Biases[index])],
        }).Noted($"{call.Described} takes {indices.Length} of the {extent} outputs of layer {signal.Chain.Count}, Dense.");
        IEnumerable<Axis> results = indices.Length == 1 ? [] : [new Axis(indices.Length, 1)];
        return signal.Behind(chain, layout.With(Dimensions(results))).With(OfSome(signal.Expression, indices));
    }

    private static Expression OfSome(Expression expression, int[] indices) => expression switch
    {
        AffineExpression affine => new AffineExpression(OfSome(affine.Child, indices), affine.Scale.Permuted(indices), affine.Offset.Permuted(indices), affine.Origins) { IsOpen = affine.IsOpen },
        FunctionExpression function => new FunctionExpression(OfSome(function.Child, indices), function.Kind, function.Origin)
        {
            Name = function.Name,
            Low = function.Low,
            High = function.High,
            Slopes = function.Slopes.Permuted(indices),
        },
        _ => expression,
    };
}
