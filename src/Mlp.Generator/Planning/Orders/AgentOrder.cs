using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>
/// Plans many networks at once with agents in lanes, each with parameters of its own and one sample: what samples in lanes do, but that the
/// parameters are vectors too, and nothing is broadcast.
/// </summary>
internal sealed class AgentOrder : LaneOrder
{
    /// <summary>Rows of a tile: eight vectors of sums keep the multiply-add units busy, whose operands are all read from memory.</summary>
    private const int IndependentSums = PlanBudget.IndependentSums;

    private AgentOrder(OrderSetting setting)
        : base(setting, PlanBudget.BlockAgents, trains: false)
    {
    }

    /// <summary>A block is whole, whatever its width: the last one has agents that nobody asks for.</summary>
    public override int? Columns => PlanBudget.BlockAgents;

    /// <summary>Whether every layer can have agents in its lanes: those that can have samples there.</summary>
    /// <param name="model">The network.</param>
    public static bool IsPossible(NetworkModel model) =>
        PlannedLayer.Of(model, AgentStorage.For(model)).All(layer => layer.Planner.SupportsLanes(layer));

    /// <summary>The plan of a block; null where a layer cannot have agents in lanes.</summary>
    /// <param name="setting">The network with its own storage.</param>
    /// <param name="inference">How its batches are predicted: a softmax adds up in the same order.</param>
    /// <param name="isInRegisters">Whether its batches go through registers, where samples fill the lanes.</param>
    public static PopulationPlan? Plan(OrderSetting setting, BatchPlan inference, bool isInRegisters)
    {
        if (!setting.Model.IsPopulation || !IsPossible(setting.Model))
        {
            return null;
        }

        StoragePlan storage = AgentStorage.For(setting.Model);
        var order = new AgentOrder(new OrderSetting(setting.Model, storage, setting.Width, setting.Choices));
        BufferPlan? rows = setting.Model.Head.Activation == ActivationKind.Softmax && !isInRegisters && inference.Lanes == BatchLanes.Outputs
            ? order.Scratch.Add(new(BufferRole.Rows), PlanBudget.BlockAgents, inference.Scratch[BufferRole.Outputs].Stride)
            : null;
        return new PopulationPlan(order.Plan(), storage, rows);
    }

    public override Contraction Product(ContractionRole role, IReadOnlyList<Axis> rows, IReadOnlyList<Axis> depth, TileStart start, ActivationModel activation)
    {
        int vectors = PlanBudget.BlockAgents / Lanes;
        return new Contraction(
            ContractionRole.ForwardOfAgents,
            rows.Select(axis => axis with { Biases = axis.Biases * PlanBudget.BlockAgents }).ToEquatableArray(),
            new[] { new Axis(PlanBudget.BlockAgents, Right: 1, Result: 1) }.ToEquatableArray(),
            depth.ToEquatableArray(),
            start,
            activation,
            RightIsExact: false,
            ResultIsExact: false,
            new TileShape(IndependentSums / vectors, vectors, 1, vectors));
    }

    private BatchPlan Plan()
    {
        Place inputs = Add(new(BufferRole.Inputs), Setting.Model.InputSize);
        List<Signal> signals = [new(inputs, ChunkSamples, IsExact: false, ActivationKind.Identity, inputs)];
        EquatableArray<LayerSteps> forward = Forward(signals, (layer, input) => layer.Planner.ForwardInLanes(this, layer, input));
        return new BatchPlan(
            BatchLanes.Samples, ChunkSamples, Scratch.Build(), EquatableArray<Step>.Empty, EquatableArray<DrawStep>.Empty, forward, EquatableArray<LayerSteps>.Empty);
    }
}
