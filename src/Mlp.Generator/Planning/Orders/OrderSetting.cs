using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>What every order is told.</summary>
internal sealed class OrderSetting(NetworkModel model, StoragePlan storage, VectorWidth width, PlanChoices choices)
{
    public NetworkModel Model { get; } = model;

    public StoragePlan Storage { get; } = storage;

    public VectorWidth Width { get; } = width;

    public PlanChoices Choices { get; } = choices;

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<PlannedLayer> Layers { get; } = PlannedLayer.Of(model, storage);

    /// <summary>The layers that do something: where nothing is trained, some only hand on what arrives.</summary>
    /// <param name="trains">Whether there is a way back.</param>
    public IEnumerable<PlannedLayer> Computing(bool trains) => Layers.Where(layer => trains || !layer.Planner.IsForTraining);

    /// <summary>Whether the network's text is kept short.</summary>
    public bool IsCompact { get; } = PlanBudget.IsCompact(model, choices);
}
