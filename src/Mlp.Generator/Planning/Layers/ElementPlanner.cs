using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>
/// Plans a kind that goes over values one by one, in every order. Images go over planes. Values without a shape stay as they come: as rows, or with
/// samples in lanes.
/// </summary>
internal abstract class ElementPlanner : PlanePlanner
{
    /// <summary>Vector operations for a vector of values, one way.</summary>
    protected abstract int Operations { get; }

    /// <summary>The caller's samples have no padding behind them, as rows must have: the first layer copies them.</summary>
    public override bool TakesPlanes(PlannedLayer layer) => layer.IsFirst || layer.Model.Input.Extents.Count > 1;

    public sealed override bool SupportsLanes(PlannedLayer layer) => !TakesPlanes(layer);

    public override LayerForward ForwardOfAgents(AgentOrder order, PlannedLayer layer, Signal input)
    {
        Place results = order.Results(layer.Number, layer.Model.Outputs);
        var layout = new ElementLayout(layer.Model.Outputs, IsInRows: false, order.Channels(layer.Model.Outputs));
        return new LayerForward(Steps(StepForward(order, layer, input with { Planes = order.Channels(layer.Model.Inputs) }, results, input.Stride, layout)), AgentOrder.Output(results));
    }

    public sealed override LayerCost Cost(LayerModel layer, VectorWidth width)
    {
        int lanes = (int)width;
        int vectors = Operations * Lanes.Vectors(layer.Outputs, lanes);
        return new LayerCost((double)Operations * layer.Outputs / lanes, vectors, vectors);
    }

    public sealed override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        if (input.Planes is null)
        {
            int stride = Lanes.Pad(layer.Model.Outputs, order.Lanes);
            return Forward(order, layer, input, order.Results(layer.Number, stride), stride, InRows(layer));
        }

        PlaneLayout layout = order.LayoutBehind(layer);
        Place results = order.PlaneResults(layer.Number, layout);
        Step step = StepForward(order, layer, input, results, layout.ChannelStride, InPlanes(layer, layout));
        return new LayerForward(Steps(step, layout.HasRoom ? null : new BorderStep(results, layout)), RowOrder.PlaneSignal(results, layout));
    }

    public sealed override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        bool isWanted = order.WantsError(layer);
        if (input.Planes is null)
        {
            return Backward(order, layer, input, deltas, isWanted ? order.Errors(layer.Number - 1, input.Stride) : null, InRows(layer));
        }

        Place? errors = isWanted ? order.PlaneErrors(layer.Number - 1, input.Planes) : null;
        LayerBackward way = Backward(order, layer, input, deltas, errors, InPlanes(layer, deltas.Planes!));
        return way with { Input = way.Input is { } below ? below with { Planes = input.Planes } : null };
    }

    public sealed override LayerForward ForwardInLanes(LaneOrder order, PlannedLayer layer, Signal input) =>
        Forward(order, layer, input, order.Results(layer.Number, layer.Model.Outputs), order.ChunkSamples, InLanes(layer));

    public sealed override LayerBackward BackwardInLanes(LaneOrder order, PlannedLayer layer, Signal input, Deltas deltas) =>
        Backward(order, layer, input, deltas, order.WantsError(layer) ? order.Errors(layer.Number - 1, layer.Model.Inputs) : null, InLanes(layer));

    /// <summary>The step forward.</summary>
    /// <param name="order">The order.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="input">What arrives.</param>
    /// <param name="results">What receives the results.</param>
    /// <param name="stride">Floats between its rows.</param>
    /// <param name="layout">How the values stand.</param>
    protected abstract Step StepForward(BatchOrder order, PlannedLayer layer, Signal input, Place results, int stride, ElementLayout layout);

    /// <summary>The step back; null where there is nothing to do.</summary>
    /// <param name="order">The order.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="input">What arrived.</param>
    /// <param name="deltas">The error of what left.</param>
    /// <param name="errors">What receives the error of what arrived, in its stride; null where nobody wants it.</param>
    /// <param name="layout">How the values stand.</param>
    protected abstract Step? StepBack(BatchOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place? errors, ElementLayout layout);

    private LayerForward Forward(BatchOrder order, PlannedLayer layer, Signal input, Place results, int stride, ElementLayout layout) => new(
        Steps(StepForward(order, layer, input, results, stride, layout)),
        new Signal(results, stride, IsExact: false, ActivationKind.Identity, results));

    private LayerBackward Backward(BatchOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place? errors, ElementLayout layout)
    {
        // Whoever sends an error back multiplies it by the slope of what is below, unless that does it itself.
        SlopeStep? slope = errors is null || input.Activation == ActivationKind.Identity ? null
            : layout.IsInRows ? new SlopeStep(input.Activation, errors, input.Slopes, 1, 0, input.Stride, TimesSamples: true)
            : new SlopeStep(input.Activation, errors, input.Slopes, layout.Channels, input.Stride, 1, TimesSamples: true);
        return new LayerBackward(Steps(StepBack(order, layer, input, deltas, errors, layout), slope), errors is null ? null : new Deltas(errors, input.Stride));
    }

    private static ElementLayout InRows(PlannedLayer layer) => new(layer.Model.Outputs, IsInRows: true);

    private static ElementLayout InLanes(PlannedLayer layer) => new(layer.Model.Outputs, IsInRows: false);

    private static ElementLayout InPlanes(PlannedLayer layer, PlaneLayout planes) => new(layer.Model.Outputs, IsInRows: false, planes);
}
