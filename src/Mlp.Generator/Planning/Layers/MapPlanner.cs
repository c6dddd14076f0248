using System.Collections.Generic;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans a function of each value with numbers that are not learned: what leaves has the place of what arrives, in planes of its own.</summary>
internal abstract class MapPlanner : ParameterlessPlanner
{
    protected sealed override IEnumerable<Step> Forward(RowOrder order, PlannedLayer layer, Signal input, Place results, PlaneLayout layout)
    {
        yield return Map(layer.Model, input.Values, input.Planes!, results, layout);
        if (!layout.HasRoom)
        {
            yield return new BorderStep(results, layout);
        }
    }

    protected sealed override IEnumerable<Step> Backward(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place.Scratch errors) =>
        [MapBack(layer.Model, input.Values, input.Planes!, deltas.Place, deltas.Planes!, errors)];

    /// <summary>The way forward.</summary>
    protected abstract Step Map(LayerModel layer, Place from, PlaneLayout fromLayout, Place to, PlaneLayout toLayout);

    /// <summary>The way back: the error of what arrived, in its layout.</summary>
    protected abstract Step MapBack(LayerModel layer, Place from, PlaneLayout fromLayout, Place deltas, PlaneLayout deltasLayout, Place errors);
}
