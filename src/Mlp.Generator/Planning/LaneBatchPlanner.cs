using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning;

/// <summary>Plans batches with samples in lanes, for networks so small that outputs would leave lanes empty.</summary>
internal sealed class LaneBatchPlanner(NetworkModel model, StoragePlan storage, VectorWidth width, PlanChoices choices)
{
    /// <summary>The buffer of the transposed inputs.</summary>
    public const string Inputs = "Inputs";

    /// <summary>The buffer of the transposed targets.</summary>
    public const string Targets = "Targets";

    /// <summary>The forward pass alone, and the targets of a loss.</summary>
    public LaneBatchPlan PlanInference() => Plan(Chunk, training: false);

    /// <summary>Forward, δ, and update.</summary>
    public LaneBatchPlan PlanTraining() => Plan(Chunk, training: true);

    /// <summary>
    /// A whole chunk where training on it stands on the stack, else half of one; the same for inference, so that both
    /// share their methods.
    /// </summary>
    private int Chunk => choices.ChunkSamples is { } forced ? Lanes.Pad(forced, (int)width)
        : Plan(PlanBudget.ChunkSamples, training: true).Scratch.FitsStack ? PlanBudget.ChunkSamples
        : PlanBudget.ChunkSamples / 2;

    private LaneBatchPlan Plan(int chunk, bool training)
    {
        var scratch = new ScratchPlanner(choices);
        scratch.Add(Inputs, model.InputSize, chunk);
        var forward = new List<ForwardStep>();
        for (int layer = 1; layer <= model.Layers.Count; layer++)
        {
            forward.Add(PlanForward(scratch, layer, chunk, training));
        }

        scratch.Add(Targets, model.OutputSize, chunk);
        var backward = new List<LaneBackwardStep>();
        for (int layer = model.Layers.Count; training && layer >= 1; layer--)
        {
            backward.Add(PlanBackward(scratch, layer, chunk));
        }

        return new LaneBatchPlan(chunk, scratch.Build(), forward.ToEquatableArray(), backward.ToEquatableArray());
    }

    private ForwardStep PlanForward(ScratchPlanner scratch, int layer, int chunk, bool training)
    {
        LayerModel dense = model.Layers[layer - 1];
        DenseStorage stored = storage.Layers[layer - 1];
        scratch.Add(Activations(layer), dense.Outputs, chunk);
        bool storesSlope = training && ActivationTraits.StoresSlope(dense.Activation);
        if (storesSlope)
        {
            scratch.Add("Slopes" + layer, dense.Outputs, chunk);
        }

        bool fused = ActivationTraits.IsFused(dense.Activation);
        Contraction product = PlanProduct(
            ContractionRole.ForwardInLanes,
            rows: dense.Outputs,
            depth: dense.Inputs,
            left: (stored.OutputStride, stored.InputStride),
            chunk,
            TileStart.RowBiases,
            fused ? dense.Activation : ActivationKind.Identity);
        ActivationKind pass = fused ? ActivationKind.Identity : dense.Activation;
        return new ForwardStep(layer, product, Activations(layer - 1), Activations(layer), "", pass, storesSlope ? "Slopes" + layer : "");
    }

    private LaneBackwardStep PlanBackward(ScratchPlanner scratch, int layer, int chunk)
    {
        LayerModel dense = model.Layers[layer - 1];
        DenseStorage stored = storage.Layers[layer - 1];
        string deltas = layer == model.Layers.Count ? Activations(layer) : "Errors" + layer;
        int along = width == VectorWidth.Vector512 ? 4 : 2;
        var update = new LaneDot(dense.Outputs, dense.Inputs, chunk, stored.OutputStride, stored.InputStride, along);
        if (layer == 1)
        {
            return new LaneBackwardStep(layer, deltas, Activations(0), update, null, "", "");
        }

        ActivationKind below = model.Layers[layer - 2].Activation;
        string errors = "Errors" + (layer - 1);
        scratch.Add(errors, dense.Inputs, chunk);
        Contraction error = PlanProduct(
            ContractionRole.ErrorInLanes,
            rows: dense.Inputs,
            depth: dense.Outputs,
            left: (stored.InputStride, stored.OutputStride),
            chunk,
            TileStart.Zero,
            below);
        string slopeSource = ActivationTraits.StoresSlope(below) ? "Slopes" + (layer - 1) : Activations(layer - 1);
        return new LaneBackwardStep(layer, deltas, Activations(layer - 1), update, error, errors, slopeSource);
    }

    private Contraction PlanProduct(
        ContractionRole role,
        int rows,
        int depth,
        (int Row, int Depth) left,
        int chunk,
        TileStart start,
        ActivationKind activation)
    {
        var tile = new TileShape(choices.Tile?.Rows ?? (width == VectorWidth.Vector512 ? 8 : 4), 2, 1, 2);
        return new Contraction(
            role,
            rows,
            Columns: 0,
            depth,
            left.Row,
            left.Depth,
            RightDepthStride: chunk,
            ResultRowStride: chunk,
            start,
            activation,
            RightIsExact: false,
            ResultIsExact: false,
            tile);
    }

    private string Activations(int layer) => layer == 0 ? Inputs : layer == model.Layers.Count ? "Outputs" : "Hidden" + layer;
}
