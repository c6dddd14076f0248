using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Clip layers, over planes: the error passes where nothing was cut off.</summary>
internal sealed class ClipPlanner : ElementPlanner
{
    // A maximum and a minimum.
    protected override int Operations => 2;

    public override bool TakesPlanes(PlannedLayer layer) => true;

    protected override Step StepForward(BatchOrder order, PlannedLayer layer, Signal input, Place results, int stride, ElementLayout layout)
    {
        var clip = (ClipLayer)layer.Model;
        return new ClipStep(input.Values, input.Planes!, results, layout.Planes!, clip.Low, clip.High);
    }

    protected override Step? StepBack(BatchOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place? errors, ElementLayout layout)
    {
        var clip = (ClipLayer)layer.Model;
        return errors is null ? null : new ClipStep(input.Values, input.Planes!, deltas.Place, deltas.Planes!, clip.Low, clip.High, errors);
    }
}
