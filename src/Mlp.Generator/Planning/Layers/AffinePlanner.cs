using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Affine layers, over planes: the error is the scale's multiple.</summary>
internal sealed class AffinePlanner : ElementPlanner
{
    protected override int Operations => 1;

    public override bool TakesPlanes(PlannedLayer layer) => true;

    protected override Step StepForward(BatchOrder order, PlannedLayer layer, Signal input, Place results, int stride, ElementLayout layout)
    {
        var affine = (AffineLayer)layer.Model;
        return new AffineStep(input.Values, input.Stride, results, layout.Planes!, affine.Scales, affine.Offsets);
    }

    protected override Step? StepBack(BatchOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place? errors, ElementLayout layout) => errors is null
        ? null
        : new AffineStep(deltas.Place, deltas.Stride, errors, input.Planes!, ((AffineLayer)layer.Model).Scales, EquatableArray<double>.Empty);
}
