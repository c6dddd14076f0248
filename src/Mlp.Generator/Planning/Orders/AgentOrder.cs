using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>
/// Plans many networks at once with agents in lanes, each with parameters of its own and one sample: as samples in lanes, but that the parameters
/// are vectors too, and nothing is broadcast. All widths have the same blocks, so that parameters mean the same whichever kernels run.
/// </summary>
internal sealed class AgentOrder : BatchOrder
{
    private AgentOrder(OrderSetting setting)
        : base(setting, trains: false)
    {
    }

    /// <summary>Whether there are to be many networks at once, and every layer may have agents in lanes.</summary>
    /// <param name="model">A network that has kernels.</param>
    public static bool IsWanted(NetworkModel model) => model.IsPopulation && PopulationLimits.FirstWithoutKernels(model.Layers) < 0;

    /// <summary>The plan of a block; null where there is to be none, or a layer cannot have agents in lanes.</summary>
    /// <param name="setting">The network with its own storage.</param>
    /// <param name="inference">How its batches are predicted: a softmax adds up in the same order.</param>
    /// <param name="isInRegisters">Whether its batches go through registers, where samples fill the lanes.</param>
    public static PopulationPlan? Plan(OrderSetting setting, BatchPlan inference, bool isInRegisters)
    {
        if (!IsWanted(setting.Model))
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

    /// <summary>The region of a layer's results.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="rows">Its rows, each with all agents of a block.</param>
    public Place Results(int layer, int rows) => Add(ResultsOf(layer), rows);

    public override Place Factors(int layer, int stride, ElementLayout layout) => Add(new(BufferRole.Factors, layer), layout.Values);

    /// <summary>The values of a block as planes without a border, one channel each.</summary>
    /// <param name="values">The values of an agent.</param>
    public PlaneLayout Channels(int values) => new(1, 1, values, PlanBudget.BlockAgents, PlaneBorder.None, Lanes);

    /// <summary>What a layer hands on.</summary>
    /// <param name="results">Where it stands.</param>
    public static Signal Output(Place results) => new(results, PlanBudget.BlockAgents, IsExact: false, ActivationKind.Identity, results);

    /// <summary>A product with its tile; of each list of axes the innermost stands last, its columns are the agents.</summary>
    public Contraction Product(IReadOnlyList<Axis> rows, IReadOnlyList<Axis> depth, ActivationModel activation)
    {
        int vectors = PlanBudget.BlockAgents / Lanes;
        return new Contraction(
            ContractionRole.ForwardOfAgents,
            rows.ToEquatableArray(),
            new[] { new Axis(PlanBudget.BlockAgents, Right: 1, Result: 1) }.ToEquatableArray(),
            depth.ToEquatableArray(),
            TileStart.RowBiases,
            activation,
            RightIsExact: false,
            ResultIsExact: false,
            new TileShape(PlanBudget.IndependentSums / vectors, vectors, 1, vectors));
    }

    private BatchPlan Plan()
    {
        Place inputs = Add(new(BufferRole.Inputs), Setting.Model.InputSize);
        List<Signal> signals = [Output(inputs)];
        EquatableArray<LayerSteps> forward = Forward(signals, (layer, input) => layer.Planner.ForwardOfAgents(this, layer, input));
        return new BatchPlan(
            BatchLanes.Samples,
            PlanBudget.BlockAgents,
            Scratch.Build(),
            EquatableArray<Step>.Empty,
            EquatableArray<DrawStep>.Empty,
            forward,
            EquatableArray<LayerSteps>.Empty);
    }

    private Place Add(BufferKey key, int rows) => new Place.Scratch(Scratch.Add(key, rows, PlanBudget.BlockAgents));
}
