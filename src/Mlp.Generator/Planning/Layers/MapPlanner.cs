using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans a function of each value with numbers that are not learned: what leaves has the place of what arrives, in planes of its own.</summary>
internal abstract class MapPlanner : PlanePlanner
{
    public override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        PlaneLayout layout = order.LayoutBehind(layer);
        Place results = order.PlaneResults(layer.Number, layout);
        return new LayerForward(
            Steps(Map(layer.Model, input.Values, input.Planes!, results, layout), layout.HasRoom ? null : new BorderStep(results, layout)),
            RowOrder.PlaneSignal(results, layout));
    }

    public override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        if (!order.WantsError(layer))
        {
            return new LayerBackward(EquatableArray<Step>.Empty, null);
        }

        Place errors = order.PlaneErrors(layer.Number - 1, input.Planes!);
        return new LayerBackward(
            Steps(MapBack(layer.Model, input.Values, input.Planes!, deltas.Place, deltas.Planes!, errors)),
            new Deltas(errors, input.Planes!.ChannelStride, input.Planes));
    }

    /// <summary>The way forward.</summary>
    protected abstract Step Map(LayerModel layer, Place from, PlaneLayout fromLayout, Place to, PlaneLayout toLayout);

    /// <summary>The way back: the error of what arrived, in its layout.</summary>
    protected abstract Step MapBack(LayerModel layer, Place from, PlaneLayout fromLayout, Place deltas, PlaneLayout deltasLayout, Place errors);
}
