using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning.Storage;

/// <summary>Where a tensor of parameters stands in the network's storage.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Layer">Its layer, counted from 1.</param>
/// <param name="Offset">The index of its first element, a multiple of the storage lanes.</param>
/// <param name="Extents">The tensor's extents as they stand, in their order; one that stands in panels is two: the panels, and what a panel has of it.</param>
/// <param name="Strides">For each of them the floats from one index to the next.</param>
/// <param name="Length">Floats in all, padding included, a multiple of the storage lanes.</param>
internal sealed record TensorStorage(TensorModel Tensor, int Layer, int Offset, EquatableArray<int> Extents, EquatableArray<int> Strides, int Length)
{
    /// <summary>The float after the last.</summary>
    public int End => Offset + Length;

    /// <summary>Lays a tensor out with one extent side by side, padded to whole cache lines, and the others around it in their order.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="layer">Its layer, counted from 1.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="innermost">The extent whose elements stand side by side.</param>
    public static TensorStorage Of(TensorModel tensor, int layer, int offset, int innermost) =>
        InOrder(tensor, layer, offset, [.. Enumerable.Range(0, tensor.Shape.Extents.Count).Where(extent => extent != innermost), innermost]);

    /// <summary>Lays a tensor out with its extents in an order of their own, the innermost padded to whole cache lines.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="layer">Its layer, counted from 1.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="order">All extents, the outermost first.</param>
    public static TensorStorage InOrder(TensorModel tensor, int layer, int offset, int[] order)
    {
        EquatableArray<int> extents = tensor.Shape.Extents;
        int[] strides = new int[extents.Count];
        strides[order[order.Length - 1]] = 1;
        int next = Lanes.Pad(extents[order[order.Length - 1]], PlanBudget.StorageLanes);
        foreach (int extent in order.Reverse().Skip(1))
        {
            strides[extent] = next;
            next *= extents[extent];
        }

        return new TensorStorage(tensor, layer, offset, extents, strides.ToEquatableArray(), next);
    }

    /// <summary>Lays a matrix [rows, columns] out in panels of its rows: a panel has all columns behind one another, each its rows side by side.</summary>
    /// <param name="tensor">The matrix; its rows are whole panels.</param>
    /// <param name="layer">Its layer, counted from 1.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="panel">The rows of a panel.</param>
    public static TensorStorage InPanels(TensorModel tensor, int layer, int offset, int panel)
    {
        (int rows, int columns) = (tensor.Shape.Extents[0], tensor.Shape.Extents[1]);
        int[] extents = [rows / panel, panel, columns];
        int[] strides = [panel * columns, 1, panel];
        return new TensorStorage(tensor, layer, offset, extents.ToEquatableArray(), strides.ToEquatableArray(), rows * columns);
    }
}
