using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <content>Samples in lanes, outputs in the rows of a tile.</content>
internal sealed partial class DensePlanner
{
    public override LayerForward ForwardInLanes(LaneOrder order, PlannedLayer layer, Signal input)
    {
        var stored = DenseStorage.Of(layer.Storage);
        ActivationModel activation = layer.Model.Activation;
        Place results = order.Results(layer.Number, stored.Outputs);
        Place? slopes = order.Slopes(layer.Number, activation, stored.Outputs);
        (ActivationModel fused, ActivationModel pass) = Divided(activation);
        Contraction product = order.Product(
            ContractionRole.ForwardInLanes,
            rows: [new Axis(stored.Outputs, Left: stored.OutputStride, Result: order.ChunkSamples, Biases: 1)],
            depth: [new Axis(stored.Inputs, Left: stored.InputStride, Right: input.Stride)],
            TileStart.RowBiases,
            fused);
        return new LayerForward(
            Steps(
                new ProductStep(product, layer.Number, new Place.Parameters(stored.Weights), input.Values, new Place.Parameters(stored.Biases), results),
                pass == ActivationKind.Identity ? null : new PassStep(pass, results, slopes, stored.Outputs, order.ChunkSamples, SampleFloats: null)),
            new Signal(results, order.ChunkSamples, IsExact: false, activation, slopes ?? results));
    }

    public override LayerBackward BackwardInLanes(LaneOrder order, PlannedLayer layer, Signal input, Deltas deltas)
    {
        var stored = DenseStorage.Of(layer.Storage);
        var dot = new LaneDot(stored.Outputs, stored.Inputs, order.ChunkSamples, stored.OutputStride, stored.InputStride, order.SumsAlong, PlanBudget.SumsReducedTogether);
        (Step? error, Deltas? below) = order.WantsError(layer) ? LaneError(order, layer, stored, input, deltas) : (null, null);
        return new LayerBackward(
            Steps(
                error,
                new DotStep(dot, layer.Number, deltas.Place, input.Values, new Place.Destination(stored.Weights)),
                new BiasSumStep(deltas.Place, new Place.Destination(stored.Biases), stored.Outputs, order.ChunkSamples)),
            below);
    }

    private static (Step Error, Deltas Below) LaneError(LaneOrder order, PlannedLayer layer, DenseStorage stored, Signal input, Deltas deltas)
    {
        Place errors = order.Errors(layer.Number - 1, stored.Inputs);
        Contraction product = order.Product(
            ContractionRole.ErrorInLanes,
            rows: [new Axis(stored.Inputs, Left: stored.InputStride, Result: order.ChunkSamples)],
            depth: [new Axis(stored.Outputs, Left: stored.OutputStride, Right: deltas.Stride)],
            TileStart.Zero,
            input.Activation);
        var step = new ProductStep(product, layer.Number, new Place.Parameters(stored.Weights), deltas.Place, null, errors, product.HasSlope ? input.Slopes : null);
        return (step, new Deltas(errors, order.ChunkSamples));
    }
}
