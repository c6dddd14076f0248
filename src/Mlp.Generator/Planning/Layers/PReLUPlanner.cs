using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>
/// Plans PReLU layers. Images go over planes, where a channel has one slope. Values without a shape stay as they come: as rows, in which slopes
/// fill the lanes as the values do, or with samples in lanes.
/// </summary>
internal sealed class PReLUPlanner : PlanePlanner
{
    /// <summary>A maximum, a minimum and a multiply-add.</summary>
    private const int Operations = 3;

    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices) =>
        new(new[] { TensorStorage.Of(layer.Tensors[0], number, offset, innermost: 0) }.ToEquatableArray());

    /// <summary>The caller's samples have no padding behind them, as rows must have: the first layer copies them.</summary>
    public override bool TakesPlanes(PlannedLayer layer) => layer.Number == 1 || layer.Model.Input.Extents.Count > 1;

    public override bool SupportsLanes(PlannedLayer layer) => !TakesPlanes(layer);

    public override LayerCost Cost(LayerModel layer, VectorWidth width)
    {
        int lanes = (int)width;
        int vectors = Operations * Lanes.Vectors(layer.Outputs, lanes);
        return new LayerCost((double)Operations * layer.Outputs / lanes, vectors, vectors);
    }

    public override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        if (input.Planes is null)
        {
            int stride = Lanes.Pad(layer.Model.Outputs, order.Lanes);
            return Forward(layer, input, order.Results(layer.Number, stride), stride, InRows(layer));
        }

        PlaneLayout layout = order.LayoutBehind(layer);
        Place results = order.PlaneResults(layer.Number, layout);
        var step = new PReLUStep(input.Values, input.Stride, SlopesOf(layer), results, layout.ChannelStride, InPlanes(layout));
        return new LayerForward(Steps(step, layout.HasRoom ? null : new BorderStep(results, layout)), RowOrder.PlaneSignal(results, layout));
    }

    public override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        // Where nobody wants the error, it takes the place of that of the results, which is read then for the last time.
        bool isWanted = order.WantsError(layer);
        if (input.Planes is null)
        {
            return Backward(layer, input, deltas, isWanted ? order.Errors(layer.Number - 1, input.Stride) : null, InRows(layer));
        }

        Place? errors = isWanted ? order.PlaneErrors(layer.Number - 1, input.Planes) : null;
        LayerBackward way = Backward(layer, input, deltas, errors, InPlanes(deltas.Planes!));
        return way with { Input = way.Input is { } below ? below with { Planes = input.Planes } : null };
    }

    public override LayerForward ForwardInLanes(LaneOrder order, PlannedLayer layer, Signal input) =>
        Forward(layer, input, order.Results(layer.Number, layer.Model.Outputs), order.ChunkSamples, InLanes(layer));

    public override LayerBackward BackwardInLanes(LaneOrder order, PlannedLayer layer, Signal input, Deltas deltas) =>
        Backward(layer, input, deltas, order.WantsError(layer) ? order.Errors(layer.Number - 1, layer.Model.Inputs) : null, InLanes(layer));

    private static LayerForward Forward(PlannedLayer layer, Signal input, Place results, int stride, PReLUSize size) => new(
        Steps(new PReLUStep(input.Values, input.Stride, SlopesOf(layer), results, stride, size)),
        new Signal(results, stride, IsExact: false, ActivationKind.Identity, results));

    private static LayerBackward Backward(PlannedLayer layer, Signal input, Deltas deltas, Place? errors, PReLUSize size)
    {
        TensorStorage slopes = layer.Storage.Tensors.Single();
        var step = new PReLUStep(
            input.Values, input.Stride, SlopesOf(layer), deltas.Place, deltas.Stride, size, errors ?? deltas.Place, new Place.Destination(slopes));

        // As every layer does for the one below, where that does not do it itself.
        SlopeStep? slope = errors is null || input.Activation == ActivationKind.Identity ? null
            : size.IsInRows ? new SlopeStep(input.Activation, errors, input.Slopes, 1, 0, input.Stride, TimesSamples: true)
            : new SlopeStep(input.Activation, errors, input.Slopes, size.Channels, input.Stride, 1, TimesSamples: true);
        return new LayerBackward(Steps(step, slope), errors is null ? null : new Deltas(errors, input.Stride));
    }

    private static Place.Parameters SlopesOf(PlannedLayer layer) => new(layer.Storage.Tensors.Single());

    private static PReLUSize InRows(PlannedLayer layer) => new(IsInRows: true, 1, layer.Model.Outputs, null);

    private static PReLUSize InLanes(PlannedLayer layer) => new(IsInRows: false, 1, layer.Model.Outputs, null);

    private static PReLUSize InPlanes(PlaneLayout layout) => new(IsInRows: false, layout.Height, layout.Channels, layout.Columns);
}
