using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans activations that no layer before them ends in: a copy, and a pass over it.</summary>
internal sealed class ActivationPlanner : PlanePlanner
{
    public override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        PlaneLayout layout = order.LayoutBehind(layer);
        Place results = order.PlaneResults(layer.Number, layout);
        ActivationModel activation = layer.Model.Activation;
        Place? slopes = order.PlaneSlopes(layer.Number, activation, layout);
        return new LayerForward(
            Steps(
                new LineCopyStep(input.Values, input.Planes!.ChannelStride, results, layout.ChannelStride, layout.Rows, layout.Columns),
                activation == ActivationKind.Identity ? null : new PassStep(activation, results, slopes, layout.Rows, layout.ChannelStride, SampleFloats: null, layout.Columns),
                layout.HasRoom ? null : new BorderStep(results, layout)),
            RowOrder.PlaneSignal(results, layout));
    }

    public override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        if (!order.WantsError(layer))
        {
            return new LayerBackward(EquatableArray<Step>.Empty, null);
        }

        // The error may stand with another border than what arrived: it is copied, and multiplied there.
        ActivationModel activation = layer.Model.Activation;
        PlaneLayout layout = deltas.Planes!;
        Place errors = order.PlaneErrors(layer.Number - 1, input.Planes!);
        return new LayerBackward(
            Steps(
                activation == ActivationKind.Identity ? null : SlopeStep.Of(activation, deltas.Place, order.SlopesOf(layer, activation, layout), layout),
                new LineCopyStep(deltas.Place, layout.ChannelStride, errors, input.Planes!.ChannelStride, layout.Rows, layout.Columns)),
            new Deltas(errors, input.Planes!.ChannelStride, input.Planes));
    }
}
