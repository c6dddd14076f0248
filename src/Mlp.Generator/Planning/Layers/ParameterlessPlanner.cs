using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans a kind over planes that learns nothing: steps forward, and back only where a layer before it learns.</summary>
internal abstract class ParameterlessPlanner : PlanePlanner
{
    public sealed override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        PlaneLayout layout = order.LayoutBehind(layer);
        Place results = order.PlaneResults(layer.Number, layout);
        return new LayerForward(Forward(order, layer, input, results, layout).ToEquatableArray(), RowOrder.PlaneSignal(results, layout));
    }

    public sealed override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        if (!order.WantsError(layer))
        {
            return new LayerBackward(EquatableArray<Step>.Empty, null);
        }

        Place.Scratch errors = order.PlaneErrors(layer.Number - 1, input.Planes!);
        return new LayerBackward(
            Backward(order, layer, input, deltas, errors).ToEquatableArray(), new Deltas(errors, input.Planes!.ChannelStride, input.Planes));
    }

    /// <summary>The steps forward.</summary>
    /// <param name="order">The order.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="input">What arrives, as planes.</param>
    /// <param name="results">What receives the results.</param>
    /// <param name="layout">How they stand.</param>
    protected abstract IEnumerable<Step> Forward(RowOrder order, PlannedLayer layer, Signal input, Place results, PlaneLayout layout);

    /// <summary>The steps back.</summary>
    /// <param name="order">The order.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="input">What arrived.</param>
    /// <param name="deltas">The error of what left, as planes.</param>
    /// <param name="errors">What receives the error of what arrived, in its layout.</param>
    protected abstract IEnumerable<Step> Backward(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place.Scratch errors);
}
