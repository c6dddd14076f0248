using System;
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

    public static StoragePlan For(NetworkModel model, PlanChoices? choices = null) => For(model.Layers, PlanChoices.For(model.IsDeterministic, choices));

    public static StoragePlan For(EquatableArray<LayerModel> network, PlanChoices? choices = null) =>
        Of(network, (layer, number, offset) => LayerPlanners.Of(layer).Store(layer, number, offset, choices ?? PlanChoices.Own));

    /// <summary>Layers one behind the other.</summary>
    /// <param name="network">The layers.</param>
    /// <param name="store">Lays a layer out, by its number, counted from 1, and where its first tensor begins.</param>
    public static StoragePlan Of(EquatableArray<LayerModel> network, Func<LayerModel, int, int, LayerStorage> store)
    {
        var layers = new List<LayerStorage>();
        int next = 0;
        foreach (LayerModel layer in network)
        {
            LayerStorage stored = store(layer, layers.Count + 1, next);
            layers.Add(stored);
            next = stored.Tensors.Select(tensor => tensor.End).Append(next).Max();
        }

        return new StoragePlan(layers.ToEquatableArray(), next);
    }
}
