using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans activations that no layer before them ends in: a copy, and a pass over it.</summary>
internal sealed class ActivationPlanner : ParameterlessPlanner
{
    public override LayerForward ForwardOfAgents(AgentOrder order, PlannedLayer layer, Signal input)
    {
        const int Line = PlanBudget.BlockAgents;
        Place results = order.Results(layer.Number, layer.Model.Outputs);
        ActivationModel activation = layer.Model.Activation;
        return new LayerForward(
            Steps(
                new LineCopyStep(input.Values, Line, results, Line, layer.Model.Outputs, Line),
                activation == ActivationKind.Identity ? null : new PassStep(activation, results, null, 1, 0, SampleFloats: null, layer.Model.Outputs * Line)),
            AgentOrder.Output(results));
    }

    protected override IEnumerable<Step> Forward(RowOrder order, PlannedLayer layer, Signal input, Place results, PlaneLayout layout)
    {
        ActivationModel activation = layer.Model.Activation;
        Place? slopes = order.PlaneSlopes(layer.Number, activation, layout);
        yield return new LineCopyStep(input.Values, input.Planes!.ChannelStride, results, layout.ChannelStride, layout.Rows, layout.Columns);
        if (activation != ActivationKind.Identity)
        {
            yield return new PassStep(activation, results, slopes, layout.Rows, layout.ChannelStride, SampleFloats: null, layout.Columns);
        }

        if (!layout.HasRoom)
        {
            yield return new BorderStep(results, layout);
        }
    }

    /// <summary>The error may stand with another border than what arrived: it is multiplied where it is, and copied.</summary>
    protected override IEnumerable<Step> Backward(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place.Scratch errors)
    {
        ActivationModel activation = layer.Model.Activation;
        PlaneLayout layout = deltas.Planes!;
        if (activation != ActivationKind.Identity)
        {
            yield return SlopeStep.Of(activation, deltas.Place, order.SlopesOf(layer, activation, layout), layout);
        }

        yield return new LineCopyStep(deltas.Place, layout.ChannelStride, errors, input.Planes!.ChannelStride, layout.Rows, layout.Columns);
    }
}
