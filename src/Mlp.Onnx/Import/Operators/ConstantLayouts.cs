using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Constants with other dimensions, or parts of them.</summary>
internal static class ConstantLayouts
{
    /// <summary>The same numbers with other dimensions.</summary>
    public static ConstantValue Reshape(NodeCall call)
    {
        ConstantValue data = call.Constant(0);
        double[] target = call.Integers("shape") is { } old ? [.. old.Select(static extent => (double)extent)] : call.Constant(1).Tensor.Values;
        bool keepsZeros = call.Integer("allowzero", 0) != 0;
        double[] extents = [.. target.Select((extent, index) => extent == 0 && !keepsZeros && index < data.Tensor.Extents.Count ? data.Tensor.Extents[index] : extent)];
        int inferred = Array.IndexOf(extents, -1);
        if (inferred >= 0)
        {
            double known = extents.Where((_, index) => index != inferred).Aggregate(1.0, static (product, extent) => product * extent);
            extents[inferred] = known > 0 && data.Count % known == 0 ? data.Count / known : throw call.Refuse(OnnxFaultCode.Shape, $"makes [{string.Join(", ", target)}] of {data.Count} numbers");
        }

        return With(call, data, ConstantSources.Extents(call, extents));
    }

    /// <summary>Two dimensions.</summary>
    public static ConstantValue Flatten(NodeCall call)
    {
        ConstantValue data = call.Constant(0);
        long axis = call.Integer("axis", 1);
        int rank = data.Tensor.Extents.Count;
        int split = axis == rank ? rank : call.Axis(axis, rank);
        return With(call, data, [Product(data.Tensor.Extents.Take(split)), Product(data.Tensor.Extents.Skip(split))]);
    }

    /// <summary>Without dimensions of 1.</summary>
    public static ConstantValue Squeeze(NodeCall call)
    {
        ConstantValue data = call.Constant(0);
        int rank = data.Tensor.Extents.Count;
        int[]? axes = call.IntegersOrInput("axes", 1)?.Select(axis => call.Axis(axis, rank)).ToArray();
        return With(call, data, [.. data.Tensor.Extents.Where((extent, index) => axes is null ? extent != 1 : !axes.Contains(index))]);
    }

    /// <summary>With more dimensions of 1.</summary>
    public static ConstantValue Unsqueeze(NodeCall call)
    {
        ConstantValue data = call.Constant(0);
        IReadOnlyList<int> given = call.IntegersOrInput("axes", 1) ?? throw call.Refuse(OnnxFaultCode.Shape, $"has no axes");
        int rank = data.Tensor.Extents.Count + given.Count;
        HashSet<int> axes = [.. given.Select(axis => call.Axis(axis, rank))];
        var rest = new Queue<int>(data.Tensor.Extents);
        return axes.Count == given.Count
            ? With(call, data, [.. Enumerable.Range(0, rank).Select(index => axes.Contains(index) ? 1 : rest.Dequeue())])
            : throw call.Refuse(OnnxFaultCode.Shape, $"adds a dimension twice");
    }

    /// <summary>Dimensions in another order.</summary>
    public static ConstantValue Transpose(NodeCall call)
    {
        OnnxTensor tensor = call.Constant(0).Tensor;
        int rank = tensor.Extents.Count;
        IReadOnlyList<int> order = call.Integers("perm") ?? [.. Enumerable.Range(0, rank).Reverse()];
        if (!order.Order().SequenceEqual(Enumerable.Range(0, rank)))
        {
            throw call.Refuse(OnnxFaultCode.AttributeValue, $"has perm = [{string.Join(", ", order)}] for {rank} dimensions");
        }

        int[] strides = Strides(tensor.Extents);
        return Taken(call, tensor, [.. order.Select(axis => tensor.Extents[axis])], [.. order.Select(axis => Places(tensor.Extents[axis], strides[axis]))]);
    }

    /// <summary>Numbers repeated along dimensions of 1.</summary>
    public static ConstantValue Expand(NodeCall call)
    {
        OnnxTensor tensor = call.Constant(0).Tensor;
        return new ConstantValue(Expanded(call, tensor, Together(call, tensor.Extents, ConstantSources.Extents(call, call.Constant(1).Tensor.Values))));
    }

    /// <summary>Numbers of several tensors.</summary>
    public static ConstantValue Concat(NodeCall call)
    {
        OnnxTensor[] tensors = [.. Enumerable.Range(0, call.Count).Select(input => call.Constant(input).Tensor)];
        OnnxTensor first = tensors.Length > 0 ? tensors[0] : throw call.Refuse(OnnxFaultCode.Shape, $"has no input");
        int axis = call.Axis(call.Integer("axis", 1), first.Extents.Count);
        if (tensors.Any(tensor => tensor.Strings.Count > 0 || tensor.Extents.Count != first.Extents.Count || tensor.Extents.Where((extent, index) => index != axis && extent != first.Extents[index]).Any()))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"joins constants that do not fit");
        }

        int[] extents = [.. first.Extents.Select((extent, index) => index == axis ? tensors.Sum(tensor => tensor.Extents[axis]) : extent)];
        var numbers = new List<double>(ConstantSources.Count(call, extents));
        for (int outer = 0; outer < Product(first.Extents.Take(axis)); outer++)
        {
            foreach (OnnxTensor tensor in tensors)
            {
                int length = Product(tensor.Extents.Skip(axis));
                numbers.AddRange(tensor.Values.AsSpan(outer * length, length));
            }
        }

        return ConstantValue.Of(first.Type, extents, [.. numbers], first.Name);
    }

    /// <summary>Places of a dimension.</summary>
    public static ConstantValue Gather(NodeCall call)
    {
        OnnxTensor tensor = call.Constant(0).Tensor;
        OnnxTensor indices = call.Constant(1).Tensor;
        int axis = call.Axis(call.Integer("axis", 0), tensor.Extents.Count);
        int[] strides = Strides(tensor.Extents);
        int[] places = [.. indices.Values.Select(index => call.Axis((long)index, tensor.Extents[axis]) * strides[axis])];
        int[] extents = [.. tensor.Extents.Take(axis), .. indices.Extents, .. tensor.Extents.Skip(axis + 1)];
        return Taken(call, tensor, extents, [.. tensor.Extents.Select((extent, dimension) => dimension == axis ? places : Places(extent, strides[dimension]))]);
    }

    /// <summary>Some places of some dimensions.</summary>
    public static ConstantValue Slice(NodeCall call)
    {
        OnnxTensor tensor = call.Constant(0).Tensor;
        int[] strides = Strides(tensor.Extents);
        SliceRange[] ranges = SliceRange.Of(call, tensor.Extents);
        return Taken(call, tensor, [.. ranges.Select(static range => range.Count)], [.. ranges.Select((range, dimension) => range.Indices.Select(index => index * strides[dimension]).ToArray())]);
    }

    /// <summary>The dimensions of two tensors that meet.</summary>
    public static int[] Together(NodeCall call, IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        int rank = Math.Max(left.Count, right.Count);
        int At(IReadOnlyList<int> extents, int index) => index < rank - extents.Count ? 1 : extents[index - (rank - extents.Count)];
        return [.. Enumerable.Range(0, rank).Select(index => (At(left, index), At(right, index)) switch
        {
            (int one, int other) when one == other || other == 1 => one,
            (1, int other) => other,
            _ => throw call.Refuse(OnnxFaultCode.Shape, $"combines constants of [{ShapeText.Spoken(left)}] and [{ShapeText.Spoken(right)}]"),
        })];
    }

    /// <summary>A tensor repeated to dimensions that it meets.</summary>
    public static OnnxTensor Expanded(NodeCall call, OnnxTensor tensor, IReadOnlyList<int> extents)
    {
        if (tensor.Extents.SequenceEqual(extents))
        {
            return tensor;
        }

        int more = extents.Count - tensor.Extents.Count;
        int[] strides = Strides(tensor.Extents);
        return Taken(call, tensor, [.. extents], [.. extents.Select((extent, index) => index < more || tensor.Extents[index - more] == 1 ? new int[extent] : Places(extent, strides[index - more]))]).Tensor;
    }

    /// <summary>Numbers at the sums of places along each dimension.</summary>
    private static ConstantValue Taken(NodeCall call, OnnxTensor tensor, int[] extents, int[][] places)
    {
        if (tensor.Strings.Count > 0)
        {
            throw call.Refuse(OnnxFaultCode.ElementType, $"moves strings");
        }

        double[] numbers = new double[ConstantSources.Count(call, extents)];
        int[] counters = new int[places.Length];
        int place = places.Sum(static along => along.Length == 0 ? 0 : along[0]);
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = tensor.Values[place];
            for (int axis = places.Length - 1; axis >= 0; axis--)
            {
                int next = ++counters[axis];
                if (next < places[axis].Length)
                {
                    place += places[axis][next] - places[axis][next - 1];
                    break;
                }

                place += places[axis][0] - places[axis][next - 1];
                counters[axis] = 0;
            }
        }

        return ConstantValue.Of(tensor.Type, extents, numbers, tensor.Name);
    }

    private static ConstantValue With(NodeCall call, ConstantValue data, int[] extents) => Product(extents) == data.Count
        ? new ConstantValue(data.Tensor with { Extents = extents })
        : throw call.Refuse(OnnxFaultCode.Shape, $"makes [{string.Join(", ", extents)}] of {data.Count} numbers");

    private static int[] Places(int extent, int stride) => [.. Enumerable.Range(0, extent).Select(index => index * stride)];

    private static int Product(IEnumerable<int> extents) => (int)extents.Aggregate(1L, static (product, extent) => product > int.MaxValue ? int.MaxValue : product * extent);

    /// <summary>From one place of a dimension to the next, row-major.</summary>
    public static int[] Strides(IReadOnlyList<int> extents)
    {
        int[] strides = new int[extents.Count];
        int stride = 1;
        for (int dimension = extents.Count - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = stride;
            stride *= extents[dimension];
        }

        return strides;
    }
}
