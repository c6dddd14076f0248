using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Layouts;

/// <summary>How the file sees a tensor whose samples are in our memory: its dimensions, and where in memory the values along each are.</summary>
/// <remarks>Operators that move values in the file move nothing here: they change how memory is seen. A dimension of 1 has no axis.</remarks>
internal sealed class Layout
{
    private Layout(IReadOnlyList<IReadOnlyList<Axis>> dimensions, int size)
    {
        Dimensions = dimensions;
        Size = size;
    }

    /// <summary>The dimensions, each of axes from the outermost to the innermost.</summary>
    public IReadOnlyList<IReadOnlyList<Axis>> Dimensions { get; }

    /// <summary>The values of one sample.</summary>
    public int Size { get; }

    /// <summary>How many dimensions there are.</summary>
    public int Rank => Dimensions.Count;

    /// <summary>The dimensions as the operator Shape has them.</summary>
    public IEnumerable<SymbolicInteger> Shape => Dimensions.Select(static dimension =>
        new SymbolicInteger(dimension.Aggregate(1L, static (product, axis) => axis.IsOpenBatch ? product : product * axis.Extent), dimension.Any(static axis => axis.IsOpenBatch)));

    /// <summary>The values along a dimension, without the batch.</summary>
    public int ExtentOf(int dimension) => SizeOf(Dimensions[dimension]);

    /// <summary>The values along all of some axes, without the batch.</summary>
    public static int SizeOf(IEnumerable<Axis> axes) => axes.Aggregate(1, static (product, axis) => axis.IsBatch ? product : product * axis.Extent);

    /// <summary>A layout of dimensions; axes that follow each other in memory become one.</summary>
    public static Layout Of(IEnumerable<IEnumerable<Axis>> dimensions)
    {
        Axis[][] merged = [.. dimensions.Select(Merged)];
        return new Layout(merged, SizeOf(merged.SelectMany(static dimension => dimension)));
    }

    /// <summary>Samples whose dimensions are in memory in another order than the file's.</summary>
    /// <param name="batch">The dimension in front; null where there is none.</param>
    /// <param name="extents">The others.</param>
    /// <param name="order">Which of the others are in memory, from the outermost to the innermost.</param>
    public static Layout Of(Axis? batch, IReadOnlyList<int> extents, IReadOnlyList<int> order)
    {
        int[] strides = new int[extents.Count];
        int stride = 1;
        for (int place = order.Count - 1; place >= 0; place--)
        {
            strides[order[place]] = stride;
            stride *= extents[order[place]];
        }

        IEnumerable<IEnumerable<Axis>> dimensions = extents.Select((extent, index) => extent == 1 ? [] : (Axis[])[new Axis(extent, strides[index])]);
        return Of(batch is { } samples ? dimensions.Prepend([samples]) : dimensions);
    }

    /// <summary>Samples in the file's own order.</summary>
    public static Layout InOrder(Axis? batch, IReadOnlyList<int> extents) => Of(batch, extents, [.. Enumerable.Range(0, extents.Count)]);

    /// <summary>Images or sequences that have channels in front in the file, and last in memory.</summary>
    /// <param name="batch">The dimension in front of the channels; null where it is 1 and no batch.</param>
    /// <param name="shape">The lengths in memory: positions, then channels.</param>
    public static Layout ChannelsLast(IReadOnlyList<Axis> batch, IReadOnlyList<int> shape)
    {
        int axes = shape.Count - 1;
        int[] extents = [shape[axes], .. shape.Take(axes)];
        Layout sample = Of(null, extents, [.. Enumerable.Range(1, axes), 0]);
        return sample.With([batch, .. sample.Dimensions]);
    }

    /// <summary>The same memory seen otherwise.</summary>
    public Layout With(IEnumerable<IEnumerable<Axis>> dimensions) => Of(dimensions);

    /// <summary>The dimensions in another order.</summary>
    public Layout Transposed(IReadOnlyList<int> permutation) => With(permutation.Select(dimension => Dimensions[dimension]));

    /// <summary>Whether both see the same memory in the same way.</summary>
    public bool IsSameAs(Layout other) => Rank == other.Rank && Dimensions.Zip(other.Dimensions).All(static pair => pair.First.SequenceEqual(pair.Second));

    /// <summary>Whether a dimension has no values of a sample beside others: it is 1, or the batch.</summary>
    public bool IsLead(int dimension) => Dimensions[dimension].All(static axis => axis.IsBatch);

    /// <summary>Whether a dimension has values of a sample, or 1, and no samples beside them.</summary>
    public bool IsOfSample(int dimension) => Dimensions[dimension].All(static axis => !axis.IsBatch || axis.Extent == 1);

    /// <summary>The axes of a dimension without the batch.</summary>
    public IEnumerable<Axis> ValuesOf(int dimension) => Dimensions[dimension].Where(static axis => !axis.IsBatch);

    /// <summary>The axes of all dimensions without the batch, in the file's order.</summary>
    public IEnumerable<Axis> Values => Dimensions.SelectMany(static dimension => dimension).Where(static axis => !axis.IsBatch);

    /// <summary>Whether memory has these axes one inside the other, and nothing else.</summary>
    public bool IsInMemoryOrder(IEnumerable<Axis> axes)
    {
        Axis[] merged = Merged(axes);
        return merged.Length == 0 ? Size == 1 : merged.Length == 1 && merged[0].Stride == 1 && merged[0].Extent == Size;
    }

    /// <summary>Where in memory the values along some axes are, in the file's order.</summary>
    public static int[] PlacesOf(IReadOnlyList<Axis> axes)
    {
        int[] places = [0];
        foreach (Axis axis in axes)
        {
            places = [.. places.SelectMany(place => Enumerable.Range(0, axis.Extent).Select(index => place + (index * axis.Stride)))];
        }

        return places;
    }

    private static Axis[] Merged(IEnumerable<Axis> axes)
    {
        var merged = new List<Axis>();
        foreach (Axis axis in axes)
        {
            if (axis.Extent == 1 && !axis.IsBatch)
            {
                continue;
            }

            if (merged.Count > 0 && !axis.IsBatch && !merged[^1].IsBatch && merged[^1].Stride == (long)axis.Extent * axis.Stride)
            {
                merged[^1] = new Axis(merged[^1].Extent * axis.Extent, axis.Stride);
            }
            else
            {
                merged.Add(axis);
            }
        }

        return [.. merged];
    }
}
