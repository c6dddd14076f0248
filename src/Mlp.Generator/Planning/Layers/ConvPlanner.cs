using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>
/// Plans convolutions over planes: filters are the rows of a tile, columns and samples fill the lanes, and a sum goes over the lines of the
/// kernel, the channels and the taps of a line. What is outside the image is a border of zeros, so that no kernel asks where it is. Weights
/// stand as [taps][channels][filters padded], so that filters stand side by side; then the biases.
/// </summary>
internal sealed class ConvPlanner : PlanePlanner
{
    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices)
    {
        TensorModel weights = layer.Tensors[0];
        int taps = weights.Shape.Extents.Count - 2;
        var stored = TensorStorage.InOrder(weights, number, offset, [.. Enumerable.Range(2, taps), 1, 0]);
        return new LayerStorage(new[] { stored, TensorStorage.Of(layer.Tensors[1], number, stored.End, innermost: 0) }.ToEquatableArray());
    }

    public override PlaneBorder BorderOf(PlannedLayer layer)
    {
        var window = PlaneWindows.Of(layer.Model);
        return new PlaneBorder(window.Rows.Before, window.Rows.After, window.Columns.Before, window.Columns.After);
    }

    public override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        var conv = new ConvParts(layer, input.Planes!, order.LayoutBehind(layer));
        PlaneLayout layout = conv.Results;
        Place results = order.PlaneResults(layer.Number, layout);
        ActivationModel activation = layer.Model.Activation;
        Place? slopes = order.PlaneSlopes(layer.Number, activation, layout);
        bool isFused = ActivationTraits.IsFused(activation);

        // With a sample alone, columns that a stride leaves out are computed too: so neighbours stand side by side.
        bool takesSome = layout.Samples == 1 && conv.Window.Columns.Stride > 1;
        PlaneLayout every = takesSome ? layout with { Width = ((layout.Width - 1) * conv.Window.Columns.Stride) + 1, Border = PlaneBorder.None } : layout;
        Place sums = takesSome ? order.EveryPosition(layer.Number, every) : results;
        Contraction product = conv.Forward(order, every, isFused ? activation : ActivationKind.Identity);
        return new LayerForward(
            Steps(
                new ProductStep(product, layer.Number, new Place.Parameters(conv.Weights), conv.FirstTap(input.Values), new Place.Parameters(conv.Biases), sums),
                takesSome ? new LineCopyStep(sums, every.ChannelStride, results, layout.ChannelStride, layout.Rows, layout.Width, conv.Window.Columns.Stride) : null,
                isFused ? null : new PassStep(activation, results, slopes, layout.Rows, layout.ChannelStride, SampleFloats: null, layout.Columns),
                isFused || layout.HasRoom ? null : new BorderStep(results, layout)),
            RowOrder.PlaneSignal(results, layout));
    }

    public override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        var conv = new ConvParts(layer, input.Planes!, deltas.Planes!);
        ActivationModel activation = layer.Model.Activation;
        Place.Scratch? errors = order.WantsError(layer) ? order.PlaneErrors(layer.Number - 1, conv.Inputs) : null;
        return new LayerBackward(
            Steps(
                activation == ActivationKind.Identity ? null : SlopeStep.Of(activation, deltas.Place, order.SlopesOf(layer, activation, deltas.Planes!), deltas.Planes!),
                errors is null ? null : new ClearStep(errors.Buffer),
                errors is null ? null : new ProductStep(conv.Error(order), layer.Number, new Place.Parameters(conv.Weights), deltas.Place, null, conv.FirstTap(errors)),
                new PlaneDotStep(conv.Update(order), layer.Number, deltas.Place, conv.FirstTap(input.Values), new Place.Destination(conv.Weights)),
                new PlaneBiasStep(deltas.Place, deltas.Planes!, new Place.Destination(conv.Biases))),
            errors is null ? null : new Deltas(errors, conv.Inputs.ChannelStride, conv.Inputs));
    }
}
