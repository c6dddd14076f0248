using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning.Storage;

/// <summary>Brings the weights of a file into the order of storage. Numbers stay the digits they are.</summary>
internal static class StoredWeights
{
    /// <summary>All of the storage, from its first float to its last.</summary>
    public static IReadOnlyList<StoredBlock> For(CompiledWeights weights) =>
        [.. StoragePlan.For(weights.Layers, PlanChoices.For(weights.IsDeterministic)).Tensors.Select((stored, index) => new StoredBlock(Description(stored), Rows(stored, weights.Values[index])))];

    private static string Description(TensorStorage stored)
    {
        string rows = string.Join(" and ", OuterAxes(stored).Select(axis => RowOf(stored, axis)));
        return $"layer {stored.Layer}, {stored.Tensor.Name.ToLowerInvariant()}{(rows.Length == 0 ? "" : ": a row for " + rows)}";
    }

    // A matrix in panels has one axis more: its rows in panels.
    private static string RowOf(TensorStorage stored, int axis) => stored.Extents.Count == stored.Tensor.Axes.Count ? "an " + stored.Tensor.Axes[axis]
        : axis == 0 ? $"{stored.Extents[1]} {stored.Tensor.Axes[0]}s"
        : "an " + stored.Tensor.Axes[axis - 1];

    /// <summary>The extents around a stored row, the outermost first.</summary>
    private static IEnumerable<int> OuterAxes(TensorStorage stored) => Enumerable.Range(0, stored.Strides.Count)
        .Where(axis => stored.Strides[axis] != 1)
        .OrderByDescending(axis => stored.Strides[axis]);

    private static List<StoredRow> Rows(TensorStorage stored, TensorValues values)
    {
        string[] numbers = values.Split();
        EquatableArray<int> extents = stored.Extents;
        int[] canonical = CanonicalStrides(extents);
        IEnumerable<int> starts = [0];
        foreach (int axis in OuterAxes(stored))
        {
            starts = [.. starts.SelectMany(start => Enumerable.Range(0, extents[axis]).Select(index => start + (index * canonical[axis])))];
        }

        int side = Enumerable.Range(0, extents.Count).Single(axis => stored.Strides[axis] == 1);
        int padding = Lanes.Pad(extents[side], PlanBudget.StorageLanes) - extents[side];
        return [.. starts.Select(start => new StoredRow(
            [.. Enumerable.Range(0, extents[side]).Select(index => numbers[start + (index * canonical[side])])], padding))];
    }

    // What stands in panels is its rows in two axes: row-major all the same.
    private static int[] CanonicalStrides(EquatableArray<int> extents)
    {
        int[] strides = new int[extents.Count];
        int next = 1;
        for (int axis = extents.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = next;
            next *= extents[axis];
        }

        return strides;
    }
}

/// <summary>A stretch of the storage that has one meaning.</summary>
/// <param name="Description">The meaning.</param>
/// <param name="Rows">The rows in order.</param>
internal sealed record StoredBlock(string Description, IReadOnlyList<StoredRow> Rows);

/// <summary>A row of the storage.</summary>
/// <param name="Values">The numbers, in digits.</param>
/// <param name="Padding">The zeros that follow.</param>
internal sealed record StoredRow(IReadOnlyList<string> Values, int Padding);
