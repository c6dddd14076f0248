using Mlp.Generator.Model;
using Mlp.Generator.Planning.Layers;

namespace Mlp.Generator.Planning.Storage;

/// <summary>
/// Where the parameters of a block of agents stand, in the order in which kernels read them, so that a block is one stream through the caches. An
/// element is a line of as many floats as a block has agents.
/// </summary>
internal static class AgentStorage
{
    /// <param name="model">The network.</param>
    public static StoragePlan For(NetworkModel model) =>
        StoragePlan.Of(model.Layers, (layer, number, offset) => LayerPlanners.Of(layer).StoreForAgents(layer, number, offset));

    /// <summary>A tensor of one axis, element after element.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="layer">Its layer, counted from 1.</param>
    /// <param name="offset">Where it begins.</param>
    public static TensorStorage OfRow(TensorModel tensor, int layer, int offset)
    {
        int line = PlanBudget.BlockAgents;
        return new TensorStorage(tensor, layer, offset, tensor.Shape.Extents, new[] { line }.ToEquatableArray(), tensor.Shape.Size * line);
    }

    /// <summary>
    /// Weights [rows, columns] and biases [rows] in panels of rows: a panel has its biases, and behind them all columns one after the other, each its
    /// rows side by side. So a tile reads one stretch of memory from its beginning to its end.
    /// </summary>
    /// <param name="weights">The weights; of the last panel some rows may have no element.</param>
    /// <param name="biases">The biases.</param>
    /// <param name="layer">Their layer, counted from 1.</param>
    /// <param name="offset">Where they begin.</param>
    /// <param name="panel">The rows of a panel.</param>
    public static LayerStorage InPanels(TensorModel weights, TensorModel biases, int layer, int offset, int panel)
    {
        int line = PlanBudget.BlockAgents;
        (int rows, int columns) = (weights.Shape.Extents[0], weights.Shape.Extents[1]);
        int panels = Lanes.Vectors(rows, panel);
        int stride = panel * (columns + 1) * line;
        int start = offset + (panel * line);
        int[] extents = [panels, panel, columns];
        int[] strides = [stride, line, panel * line];
        return new LayerStorage(new[]
        {
            new TensorStorage(weights, layer, start, extents.ToEquatableArray(), strides.ToEquatableArray(), (panels * stride) - (panel * line)),
            new TensorStorage(biases, layer, offset, new[] { panels, panel }.ToEquatableArray(), new[] { stride, line }.ToEquatableArray(), panel * line),
        }.ToEquatableArray());
    }
}
