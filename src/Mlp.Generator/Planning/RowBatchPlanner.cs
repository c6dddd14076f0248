using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning;

/// <summary>Plans batches with samples in rows: chunk size, scratch memory, and a matrix product for each layer and direction.</summary>
internal sealed class RowBatchPlanner(NetworkModel model, StoragePlan storage, VectorWidth width, PlanChoices choices)
{
    private readonly int _lanes = (int)width;
    private readonly bool _isCompact = PlanBudget.IsCompact(model, choices);

    /// <summary>The forward pass alone.</summary>
    public RowBatchPlan PlanInference() => Fit(training: false);

    /// <summary>Forward, δ, and update.</summary>
    public RowBatchPlan PlanTraining() => Fit(training: true);

    /// <summary>
    /// A whole or half chunk where that stands on the stack; else native memory, and the largest chunk whose activations
    /// stay in the caches.
    /// </summary>
    private RowBatchPlan Fit(bool training)
    {
        if (choices.ChunkSamples is { } forced)
        {
            return Plan(forced, training);
        }

        RowBatchPlan whole = Plan(PlanBudget.ChunkSamples, training);
        RowBatchPlan half = Plan(PlanBudget.ChunkSamples / 2, training);
        if (whole.Scratch.FitsStack || half.Scratch.FitsStack)
        {
            return whole.Scratch.FitsStack ? whole : half;
        }

        int sampleBytes = (whole.Scratch.Bytes - half.Scratch.Bytes) / (whole.ChunkSamples - half.ChunkSamples);
        int chunk = PlanBudget.ChunkSamples;
        while (chunk > PlanBudget.LeastChunkSamples && chunk * sampleBytes > PlanBudget.ScratchBytes)
        {
            chunk /= 2;
        }

        return Plan(chunk, training);
    }

    private RowBatchPlan Plan(int chunk, bool training)
    {
        var scratch = new ScratchPlanner(choices);
        List<ForwardStep> forward = PlanForward(scratch, chunk, training);
        List<BackwardStep> backward = training ? PlanBackward(scratch, chunk) : [];
        return new RowBatchPlan(chunk, scratch.Build(), forward.ToEquatableArray(), backward.ToEquatableArray());
    }

    private List<ForwardStep> PlanForward(ScratchPlanner scratch, int chunk, bool training)
    {
        var steps = new List<ForwardStep>();
        var recent = new BufferPlan?[2];
        for (int index = 0; index < model.Layers.Count; index++)
        {
            int layer = index + 1;
            LayerModel dense = model.Layers[index];
            DenseStorage stored = storage.Layers[index];
            int stride = Lanes.Pad(dense.Outputs, _lanes);
            string destination = Activations(layer);

            // Inference needs a layer's activations only until the next one has them: two regions take turns.
            BufferPlan? turn = training ? null : recent[index % 2];
            if (turn is not null && turn.Length >= chunk * stride)
            {
                scratch.Reuse(destination, turn, stride);
            }
            else
            {
                recent[index % 2] = scratch.Add(destination, chunk, stride);
            }

            bool storesSlope = training && ActivationTraits.StoresSlope(dense.Activation);
            string slopes = storesSlope ? "Slopes" + layer : "";
            if (storesSlope)
            {
                scratch.Add(slopes, chunk, stride);
            }

            string transposed = "";
            int rightStride = stored.Stride;
            if (stored.Order == WeightOrder.ByOutput)
            {
                transposed = "WeightsByInput" + layer;
                rightStride = scratch.Add(transposed, dense.Inputs, stride).Stride;
            }

            bool fused = ActivationTraits.IsFused(dense.Activation);
            Contraction product = PlanProduct(
                ContractionRole.Forward,
                rows: 0,
                columns: dense.Outputs,
                depth: dense.Inputs,
                left: (InputStride(layer), 1),
                rightStride,
                resultStride: stride,
                TileStart.Biases,
                fused ? dense.Activation : ActivationKind.Identity);
            ActivationKind pass = fused ? ActivationKind.Identity : dense.Activation;
            steps.Add(new ForwardStep(layer, product, Activations(layer - 1), destination, transposed, pass, slopes));
        }

        return steps;
    }

    private List<BackwardStep> PlanBackward(ScratchPlanner scratch, int chunk)
    {
        var steps = new List<BackwardStep>();
        BufferPlan?[] turns = [null, null];
        string deltas = Activations(model.Layers.Count);
        for (int index = model.Layers.Count - 1; index >= 0; index--)
        {
            int layer = index + 1;
            LayerModel dense = model.Layers[index];
            DenseStorage stored = storage.Layers[index];
            int deltaStride = Lanes.Pad(dense.Outputs, _lanes);
            int inputStride = InputStride(layer);
            Contraction update = stored.Order == WeightOrder.ByInput
                ? PlanProduct(
                    ContractionRole.UpdateByInput,
                    rows: dense.Inputs,
                    columns: dense.Outputs,
                    depth: 0,
                    left: (1, inputStride),
                    rightStride: deltaStride,
                    resultStride: stored.Stride,
                    TileStart.Result,
                    ActivationKind.Identity)
                : PlanProduct(
                    ContractionRole.UpdateByOutput,
                    rows: dense.Outputs,
                    columns: dense.Inputs,
                    depth: 0,
                    left: (1, deltaStride),
                    rightStride: inputStride,
                    resultStride: stored.Stride,
                    TileStart.Result,
                    ActivationKind.Identity,
                    rightIsExact: layer == 1,

                    // A dot product reads a row's padding: it stays zero, whatever stands beside the inputs.
                    resultIsExact: true);
            if (layer == 1)
            {
                steps.Add(new BackwardStep(layer, deltas, "", update, null, "", "", ""));
                break;
            }

            ActivationKind below = model.Layers[index - 1].Activation;
            int errorStride = Lanes.Pad(dense.Inputs, _lanes);
            string errors = "Errors" + (layer - 1);
            int turn = index % 2;
            if (turns[turn] is { } region && region.Length >= chunk * errorStride)
            {
                scratch.Reuse(errors, region, errorStride);
            }
            else
            {
                turns[turn] = scratch.Add(errors, chunk, errorStride);
            }

            string transposed = "";
            int rightStride = stored.Stride;
            if (stored.Order == WeightOrder.ByInput)
            {
                transposed = "WeightsByOutput" + layer;
                rightStride = scratch.Add(transposed, dense.Outputs, errorStride).Stride;
            }

            Contraction error = PlanProduct(
                ContractionRole.Error,
                rows: 0,
                columns: dense.Inputs,
                depth: dense.Outputs,
                left: (deltaStride, 1),
                rightStride,
                resultStride: errorStride,
                TileStart.Zero,
                below);
            string slopeSource = ActivationTraits.StoresSlope(below) ? "Slopes" + (layer - 1) : Activations(layer - 1);
            steps.Add(new BackwardStep(layer, deltas, Activations(layer - 1), update, error, errors, transposed, slopeSource));
            deltas = errors;
        }

        return steps;
    }

    private Contraction PlanProduct(
        ContractionRole role,
        int rows,
        int columns,
        int depth,
        (int Row, int Depth) left,
        int rightStride,
        int resultStride,
        TileStart start,
        ActivationKind activation,
        bool rightIsExact = false,
        bool resultIsExact = false)
    {
        bool hasTail = Lanes.Tail(columns, _lanes) != 0;
        bool streams = rows == 0 && depth * columns * sizeof(float) > PlanBudget.NearestCacheBytes;
        TileShape tile = choices.Tile ?? TileShape.For(width, Lanes.Vectors(columns, _lanes), streams, _isCompact);
        return new Contraction(
            role,
            rows,
            columns,
            depth,
            left.Row,
            left.Depth,
            rightStride,
            resultStride,
            start,
            activation,
            rightIsExact && hasTail,
            resultIsExact && hasTail,
            tile);
    }

    /// <summary>The buffer of a layer's outputs; the caller's own inputs, which have none, for layer 0.</summary>
    private string Activations(int layer) => layer == 0 ? "" : layer == model.Layers.Count ? "Outputs" : "Hidden" + layer;

    /// <summary>Floats from one sample's inputs to the next: the caller's are not padded.</summary>
    private int InputStride(int layer) =>
        layer == 1 ? model.InputSize : Lanes.Pad(model.Layers[layer - 1].Inputs, _lanes);
}
