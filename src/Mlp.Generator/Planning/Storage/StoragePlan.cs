using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Layers;

namespace Mlp.Generator.Planning.Storage;

/// <summary>The storage of all parameters, the same for every vector width.</summary>
/// <param name="Layers">One entry for each layer.</param>
/// <param name="Length">Floats in all, padding included.</param>
internal sealed record StoragePlan(EquatableArray<LayerStorage> Layers, int Length)
{
    /// <summary>All tensors in the order in which they stand.</summary>
    public IEnumerable<TensorStorage> Tensors => Layers.SelectMany(layer => layer.Tensors);

    public static StoragePlan For(NetworkModel model, PlanChoices? choices = null) => For(model.Layers, PlanChoices.For(model, choices));

    public static StoragePlan For(EquatableArray<LayerModel> network, PlanChoices? choices = null)
    {
        var layers = new List<LayerStorage>();
        int next = 0;
        foreach (LayerModel layer in network)
        {
            LayerStorage stored = LayerPlanners.Of(layer).Store(layer, layers.Count + 1, next, choices ?? PlanChoices.Own);
            layers.Add(stored);
            next = stored.Tensors.Select(tensor => tensor.End).DefaultIfEmpty(next).Last();
        }

        return new StoragePlan(layers.ToEquatableArray(), next);
    }
}
