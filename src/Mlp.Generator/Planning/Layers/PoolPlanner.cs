using System.Collections.Generic;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans pools: what becomes of the values of each window of a channel.</summary>
/// <param name="isMax">The largest of them, or their mean.</param>
internal abstract class PoolPlanner(bool isMax) : ParameterlessPlanner
{
    protected sealed override IEnumerable<Step> Forward(RowOrder order, PlannedLayer layer, Signal input, Place results, PlaneLayout layout) =>
        [new PoolStep(isMax, WindowOf(layer.Model), input.Values, input.Planes!, results, layout)];

    protected sealed override IEnumerable<Step> Backward(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place.Scratch errors)
    {
        PlaneLayout layout = deltas.Planes!;
        var results = new Place.Scratch(order.Region(new(BufferRole.Hidden, layer.Number)), layout.Start);
        return
        [
            new ClearStep(errors.Buffer),
            new PoolStep(isMax, WindowOf(layer.Model), input.Values, input.Planes!, results, layout, errors, deltas.Place),
        ];
    }

    /// <summary>The windows of a layer.</summary>
    protected virtual PlaneWindow WindowOf(LayerModel layer) => PlaneWindows.Of(layer);
}
