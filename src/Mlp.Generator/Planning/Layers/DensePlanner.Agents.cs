using System;
using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <content>Agents in lanes, outputs in the rows of a tile. The weights of a tile stand in the order in which it reads them.</content>
internal sealed partial class DensePlanner
{
    /// <summary>The parts that a layer is written in at the most.</summary>
    private const int MostParts = 8;

    public override LayerStorage StoreForAgents(LayerModel layer, int number, int offset)
    {
        // As equal as they can be, so that few rows are left over.
        int panels = Lanes.Vectors(layer.Outputs, PlanBudget.IndependentSums);
        return AgentStorage.InPanels(layer.Tensors[0], layer.Tensors[1], number, offset, Lanes.Vectors(layer.Outputs, panels));
    }

    /// <summary>
    /// An activation that is a pass of its own follows some panels at a time: while it is computed, the weights of the next ones are on their way from
    /// memory.
    /// </summary>
    public override LayerForward ForwardOfAgents(AgentOrder order, PlannedLayer layer, Signal input)
    {
        var stored = DenseStorage.Of(layer.Storage);
        int panels = stored.Weights.Extents[0];
        var results = (Place.Scratch)order.Results(layer.Number, panels * stored.OutputsTogether);
        (ActivationModel fused, ActivationModel pass) = Divided(layer.Model.Activation);
        int together = pass == ActivationKind.Identity ? panels : Lanes.Vectors(panels, MostParts);
        var steps = new List<Step>();
        for (int panel = 0; panel < panels; panel += together)
        {
            steps.AddRange(StepsOfAgents(order, layer, input, results, panel, Math.Min(together, panels - panel), fused, pass));
        }

        return new LayerForward(steps.ToEquatableArray(), AgentOrder.Output(results));
    }

    private static IEnumerable<Step> StepsOfAgents(
        AgentOrder order, PlannedLayer layer, Signal input, Place.Scratch results, int first, int panels, ActivationModel fused, ActivationModel pass)
    {
        const int Line = PlanBudget.BlockAgents;
        var stored = DenseStorage.Of(layer.Storage);
        int panel = stored.OutputsTogether;
        int row = first * panel;
        Axis rows = new(panel, Left: stored.OutputStride, Result: Line, Biases: Line);
        Contraction product = order.Product(
            rows: panels == 1 ? [rows] : [new Axis(panels, Left: stored.PanelStride, Result: panel * Line, Biases: stored.PanelStride), rows],
            depth: [new Axis(stored.Inputs, Left: stored.InputStride, Right: input.Stride)],
            fused);
        Place place = results with { Offset = row * Line };
        yield return new ProductStep(
            product,
            layer.Number,
            new Place.Parameters(stored.Weights, first * stored.PanelStride),
            input.Values,
            new Place.Parameters(stored.Biases, first * stored.PanelStride),
            place);
        if (pass != ActivationKind.Identity)
        {
            yield return new PassStep(pass, place, null, 1, 0, SampleFloats: null, Math.Min(panels * panel, stored.Outputs - row) * Line);
        }
    }
}
