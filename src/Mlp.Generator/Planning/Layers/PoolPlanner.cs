using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans pools: what becomes of the values of each window of a channel.</summary>
/// <param name="isMax">The largest of them, or their mean.</param>
internal abstract class PoolPlanner(bool isMax) : PlanePlanner
{
    public override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        PlaneLayout layout = order.LayoutBehind(layer);
        Place results = order.PlaneResults(layer.Number, layout);
        return new LayerForward(
            Steps(new PoolStep(isMax, WindowOf(layer.Model), input.Values, input.Planes!, results, layout)), RowOrder.PlaneSignal(results, layout));
    }

    public override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        if (!order.WantsError(layer))
        {
            return new LayerBackward(EquatableArray<Step>.Empty, null);
        }

        PlaneLayout layout = order.LayoutBehind(layer);
        Place errors = order.PlaneErrors(layer.Number - 1, input.Planes!);
        var results = new Place.Scratch(order.Region(new(BufferRole.Hidden, layer.Number)), layout.Start);
        return new LayerBackward(
            Steps(
                new ClearStep(((Place.Scratch)errors).Buffer),
                new PoolStep(isMax, WindowOf(layer.Model), input.Values, input.Planes!, results, layout, errors, deltas.Place)),
            new Deltas(errors, input.Planes!.ChannelStride, input.Planes));
    }

    /// <summary>The windows of a layer.</summary>
    protected virtual PlaneWindow WindowOf(LayerModel layer) => PlaneWindows.Of(layer);
}
