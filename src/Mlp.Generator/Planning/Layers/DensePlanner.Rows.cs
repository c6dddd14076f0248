using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <content>Samples in the rows of a tile, outputs in lanes.</content>
internal sealed partial class DensePlanner
{
    public override LayerForward ForwardInRows(RowOrder order, PlannedLayer layer, Signal input)
    {
        var stored = DenseStorage.Of(layer.Storage);
        int stride = Lanes.Pad(stored.Outputs, order.Lanes);
        ActivationModel activation = layer.Model.Activation;
        Place results = order.Results(layer.Number, stride);
        Place? slopes = order.Slopes(layer.Number, activation, stride);
        bool isByOutput = stored.Order == WeightOrder.ByOutput;
        int weightStride = isByOutput ? stride : stored.Stride;
        Place weights = isByOutput
            ? order.Transposed(BufferRole.WeightsByInput, stored.Weights, stored.Outputs, stored.Inputs, stored.Stride, stride)
            : new Place.Parameters(stored.Weights);
        (ActivationModel fused, ActivationModel pass) = Divided(activation);
        Contraction product = order.Product(
            ContractionRole.Forward,
            rows: [new Axis(0, Left: input.Stride, Result: stride)],
            columns: stored.OutputAxes(new Axis(0, Right: stored.PanelStride, Result: stored.OutputsTogether, Biases: stored.OutputsTogether), new Axis(0, Right: 1, Result: 1, Biases: 1)),
            depth: [new Axis(stored.Inputs, Left: 1, Right: weightStride)],
            TileStart.Biases,
            fused);
        return new LayerForward(
            Steps(
                new ProductStep(product, layer.Number, input.Values, weights, new Place.Parameters(stored.Biases), results),
                pass == ActivationKind.Identity ? null : new PassStep(pass, results, slopes, Rows: 1, RowStride: 0, SampleFloats: stride)),
            new Signal(results, stride, IsExact: false, activation, slopes ?? results));
    }

    public override LayerBackward BackwardInRows(RowOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        var stored = DenseStorage.Of(layer.Storage);
        Contraction update = RowUpdate(order, stored, input, deltas);
        (Place left, Place right) = update.Role == ContractionRole.UpdateByInput ? (input.Values, deltas.Place) : (deltas.Place, input.Values);
        (Step? error, Deltas? below) = order.WantsError(layer) ? RowError(order, layer, stored, input, deltas) : (null, null);
        return new LayerBackward(
            Steps(
                error,
                new ProductStep(update, layer.Number, left, right, null, new Place.Destination(stored.Weights)),
                new BiasSumStep(deltas.Place, new Place.Destination(stored.Biases), stored.Outputs, deltas.Stride)),
            below);
    }

    private static Contraction RowUpdate(RowOrder order, DenseStorage stored, Signal input, Deltas deltas) => stored.Order != WeightOrder.ByOutput
        ? order.Product(
            ContractionRole.UpdateByInput,
            rows: [new Axis(stored.Inputs, Left: 1, Result: stored.Stride)],
            columns: stored.OutputAxes(new Axis(0, Right: stored.OutputsTogether, Result: stored.PanelStride), new Axis(0, Right: 1, Result: 1)),
            depth: [new Axis(0, Left: input.Stride, Right: deltas.Stride)],
            TileStart.Result,
            ActivationKind.Identity)
        : order.Product(
            ContractionRole.UpdateByOutput,
            rows: [new Axis(stored.Outputs, Left: 1, Result: stored.Stride)],
            columns: [new Axis(stored.Inputs, Right: 1, Result: 1)],
            depth: [new Axis(0, Left: deltas.Stride, Right: input.Stride)],
            TileStart.Result,
            ActivationKind.Identity,
            rightIsExact: input.IsExact,

            // A dot product reads a row's padding: it stays zero, whatever stands beside the inputs.
            resultIsExact: true);

    private static (Step Error, Deltas Below) RowError(RowOrder order, PlannedLayer layer, DenseStorage stored, Signal input, Deltas deltas)
    {
        int stride = Lanes.Pad(stored.Inputs, order.Lanes);
        Place errors = order.Errors(layer.Number - 1, stride);
        bool isInPanels = stored.Order == WeightOrder.InPanels;
        int copyPanel = isInPanels ? PlanBudget.PanelOf(stored.Inputs) : 0;
        int weightStride = copyPanel > 0 ? copyPanel : stored.Order == WeightOrder.ByOutput ? stored.Stride : stride;
        Place weights = stored.Order == WeightOrder.ByOutput
            ? new Place.Parameters(stored.Weights)
            : order.Transposed(
                BufferRole.WeightsByOutput, stored.Weights, stored.Inputs, stored.Outputs, stored.Stride, weightStride, isInPanels, resultIsInPanels: copyPanel > 0);
        Contraction product = order.Product(
            ContractionRole.Error,
            rows: [new Axis(0, Left: deltas.Stride, Result: stride)],
            columns: copyPanel > 0
                ? [new Axis(stored.Inputs / copyPanel, Right: copyPanel * stored.Outputs, Result: copyPanel), new Axis(copyPanel, Right: 1, Result: 1)]
                : [new Axis(stored.Inputs, Right: 1, Result: 1)],
            depth: [new Axis(stored.Outputs, Left: 1, Right: weightStride)],
            TileStart.Zero,
            input.Activation);
        var step = new ProductStep(product, layer.Number, deltas.Place, weights, null, errors, product.HasSlope ? input.Slopes : null);
        return (step, new Deltas(errors, stride));
    }
}
