using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning.Storage;

/// <summary>
/// Where the parameters of a block of agents stand: parameter after parameter in canonical order, of each those of all agents. So the runtime
/// finds every parameter without knowing the shape, and a block is one stretch of memory.
/// </summary>
internal static class AgentStorage
{
    /// <param name="model">The network.</param>
    public static StoragePlan For(NetworkModel model)
    {
        var layers = new List<LayerStorage>();
        int next = 0;
        foreach (LayerModel layer in model.Layers)
        {
            var tensors = new List<TensorStorage>();
            foreach (TensorModel tensor in layer.Tensors)
            {
                tensors.Add(Of(tensor, layers.Count + 1, next));
                next += tensors.Last().Length;
            }

            layers.Add(new LayerStorage(tensors.ToEquatableArray()));
        }

        return new StoragePlan(layers.ToEquatableArray(), next);
    }

    private static TensorStorage Of(TensorModel tensor, int layer, int offset)
    {
        EquatableArray<int> extents = tensor.Shape.Extents;
        int[] strides = new int[extents.Count];
        int next = PlanBudget.BlockAgents;
        for (int axis = extents.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = next;
            next *= extents[axis];
        }

        return new TensorStorage(tensor, layer, offset, extents, strides.ToEquatableArray(), next);
    }
}
