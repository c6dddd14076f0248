using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>
/// Plans PReLU layers: in planes a channel has one slope, in rows slopes fill the lanes as the values do. A single sample without a shape is a row in
/// memory.
/// </summary>
internal sealed class PReLUPlanner : ElementPlanner
{
    // A maximum, a minimum and a multiply-add.
    protected override int Operations => 3;

    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices) =>
        new(new[] { TensorStorage.Of(layer.Tensors[0], number, offset, innermost: 0) }.ToEquatableArray());

    public override LayerStorage StoreForAgents(LayerModel layer, int number, int offset) =>
        new(new[] { AgentStorage.OfRow(layer.Tensors[0], number, offset) }.ToEquatableArray());

    public override LayerForward ForwardOfAgents(AgentOrder order, PlannedLayer layer, Signal input)
    {
        Place results = order.Results(layer.Number, layer.Model.Outputs);
        var step = new OwnSlopesStep(input.Values, new Place.Parameters(SlopesOf(layer)), results, layer.Model.Outputs * PlanBudget.BlockAgents);
        return new LayerForward(Steps(step), AgentOrder.Output(results));
    }

    public override bool SupportsSample(PlannedLayer layer) => !TakesPlanes(layer);

    public override int SampleOperations(PlannedLayer layer, SampleOrder order) => Operations * Lanes.Vectors(layer.Model.Outputs, order.Lanes);

    public override LoopReason? LoopOf(PlannedLayer layer) => LoopReason.Elements;

    public override bool ReadsVectors(PlannedLayer layer, SampleOrder order) => false;

    public override SampleStep Sample(PlannedLayer layer, SampleOrder order) =>
        new SampleSlopes(layer.Number, order.Offset(layer), order.SpillBefore(layer), SlopesOf(layer), layer.Model.Outputs);

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
