using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Layers;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>A layer as an order meets it.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="IsFirst">Whether what arrives may be the caller's samples: no layer before it does anything but in training.</param>
/// <param name="IsLast">Whether its results are the logits.</param>
/// <param name="Model">What it computes.</param>
/// <param name="Storage">Where its parameters stand.</param>
internal sealed record PlannedLayer(int Number, bool IsFirst, bool IsLast, LayerModel Model, LayerStorage Storage)
{
    /// <summary>Who plans its kind.</summary>
    public LayerPlanner Planner => LayerPlanners.Of(Model);

    /// <summary>The layers of a network in order.</summary>
    public static IReadOnlyList<PlannedLayer> Of(NetworkModel model, StoragePlan storage) =>
    [
        .. model.Layers.Select((layer, index) => new PlannedLayer(
            index + 1,
            model.Layers.Take(index).All(before => LayerPlanners.Of(before).IsForTraining),
            index == model.Layers.Count - 1,
            layer,
            storage.Layers[index])),
    ];
}
