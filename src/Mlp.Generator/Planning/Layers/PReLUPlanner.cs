using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans PReLU layers: in planes a channel has one slope, in rows slopes fill the lanes as the values do.</summary>
internal sealed class PReLUPlanner : ElementPlanner
{
    // A maximum, a minimum and a multiply-add.
    protected override int Operations => 3;

    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices) =>
        new(new[] { TensorStorage.Of(layer.Tensors[0], number, offset, innermost: 0) }.ToEquatableArray());

    protected override Step StepForward(BatchOrder order, PlannedLayer layer, Signal input, Place results, int stride, ElementLayout layout) =>
        new PReLUStep(input.Values, input.Stride, new Place.Parameters(SlopesOf(layer)), results, stride, layout);

    /// <summary>Where nobody wants the error, it takes the place of that of the results, which is read then for the last time.</summary>
    protected override Step StepBack(BatchOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place? errors, ElementLayout layout) => new PReLUStep(
        input.Values,
        input.Stride,
        new Place.Parameters(SlopesOf(layer)),
        deltas.Place,
        deltas.Stride,
        layout,
        errors ?? deltas.Place,
        new Place.Destination(SlopesOf(layer)));

    private static TensorStorage SlopesOf(PlannedLayer layer) => layer.Storage.Tensors.Single();
}
