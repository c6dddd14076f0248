using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Which of a dimension's places a Slice takes.</summary>
/// <param name="Start">The first.</param>
/// <param name="Step">From one to the next; below 0 backwards.</param>
/// <param name="Count">How many.</param>
internal readonly record struct SliceRange(int Start, int Step, int Count)
{
    /// <summary>The places.</summary>
    public IEnumerable<int> Indices
    {
        get
        {
            (int start, int step) = (Start, Step);
            return Enumerable.Range(0, Count).Select(index => start + (index * step));
        }
    }

    /// <summary>The ranges of all dimensions: attributes before opset 10, and inputs since.</summary>
    /// <param name="call">The node.</param>
    /// <param name="extents">The dimensions; those that are no numbers are −1, and must be taken whole.</param>
    public static SliceRange[] Of(NodeCall call, IReadOnlyList<int> extents)
    {
        IReadOnlyList<int> starts = call.IntegersOrInput("starts", 1) ?? throw call.Refuse(OnnxFaultCode.Shape, $"has no starts");
        IReadOnlyList<int> ends = call.IntegersOrInput("ends", 2) ?? throw call.Refuse(OnnxFaultCode.Shape, $"has no ends");
        IReadOnlyList<int> axes = call.IntegersOrInput("axes", 3) ?? [.. Enumerable.Range(0, starts.Count)];
        IReadOnlyList<int> steps = call.OptionalConstant(4) is not null ? call.IntegersOrInput("steps", 4)! : [.. Enumerable.Repeat(1, starts.Count)];
        if (ends.Count != starts.Count || axes.Count != starts.Count || steps.Count != starts.Count || steps.Contains(0))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"has {starts.Count} starts, {ends.Count} ends, {axes.Count} axes and {steps.Count} steps");
        }

        SliceRange[] ranges = [.. extents.Select(static extent => new SliceRange(0, 1, extent))];
        for (int index = 0; index < starts.Count; index++)
        {
            int axis = call.Axis(axes[index], extents.Count);
            int extent = extents[axis];
            if (extent < 0)
            {
                ranges[axis] = starts[index] == 0 && steps[index] == 1 && ends[index] == int.MaxValue
                    ? ranges[axis]
                    : throw call.Refuse(OnnxFaultCode.DynamicDimension, $"takes some samples of a batch");
                continue;
            }

            int step = steps[index];
            long start = Math.Clamp(starts[index] < 0 ? starts[index] + (long)extent : starts[index], step < 0 ? -1 : 0, step < 0 ? extent - 1 : extent);
            long end = Math.Clamp(ends[index] < 0 ? ends[index] + (long)extent : ends[index], step < 0 ? -1 : 0, extent);
            long length = step > 0 ? end - start : start - end;
            long size = Math.Abs((long)step);
            ranges[axis] = new SliceRange((int)start, step, (int)Math.Max(0, (length + size - 1) / size));
        }

        return ranges;
    }
}
