using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning;

/// <summary>Says in plain words what a plan decided and why: the head of an emitted file, and what plan tests compare.</summary>
internal static class PlanDescription
{
    /// <summary>The plan as lines of text.</summary>
    public static IReadOnlyList<string> Describe(NetworkPlan plan)
    {
        var lines = new List<string> { "one sample" };
        lines.AddRange(plan.Sample.Steps.Select(step => "  " + DescribeStep(plan, step)));
        lines.Add("");
        if (plan.Registers is { } registers)
        {
            lines.Add($"to predict a batch: {Count(registers.Samples, "sample")} at a time in the lanes of {Count(registers.Vectors, "vector")}, all layers in registers, about {registers.Operations} operations unrolled");
            lines.Add("");
        }

        bool trains = !plan.Model.IsFrozen;
        string purpose = plan.Registers is null ? "to predict a batch" : "for the loss of one";
        if (trains || plan.Registers is null)
        {
            lines.Add($"{purpose}: {DescribeBatch(plan.Inference)}");
            lines.AddRange(ForwardSteps(plan.Inference).Select(step => "  " + DescribeForward(plan, step)));
            lines.Add("");
        }

        if (trains)
        {
            lines.Add($"to train on one: {DescribeBatch(plan.Training)}");
            lines.Add("  " + DescribeOptimizer(plan.Optimizer));
            lines.Add("");
        }

        lines.Add(
            $"{Number(plan.Model.ParameterCount)} parameters in {Number(plan.Storage.Length)} floats"
            + $" · {Number(plan.Model.OperationsPerSample)} floating-point operations a sample");
        string batch = plan.Registers is null ? $", {Place(plan.Inference.Scratch)} to predict a batch"
            : trains ? $", {Place(plan.Inference.Scratch)} for the loss of a batch"
            : "";
        string gradient = trains ? $", {Place(plan.GradientScratch)} for its gradient" : "";
        lines.Add($"scratch: {Bytes(plan.Sample.ScratchBytes)} for one sample{batch}{gradient}");
        return lines;
    }

    /// <summary>One matrix product as a doc comment says it.</summary>
    /// <param name="product">The product.</param>
    /// <param name="layer">The layer that first used it.</param>
    /// <param name="lanes">The lanes of a vector.</param>
    public static string Describe(Contraction product, int layer, int lanes)
    {
        string what = product.Role switch
        {
            ContractionRole.Forward or ContractionRole.ForwardInLanes => $"Layer {layer}, forward: W h + b",
            ContractionRole.Error or ContractionRole.ErrorInLanes => $"Layer {layer}, error of the layer below: Wᵀ δ ⊙ g′ [Lu 12]",
            _ => $"Layer {layer}, update: W += Σ δ hᵀ, or its gradient [Lu 13]",
        };
        string depth = product.Depth == 0 ? "looped over the samples" : product.Depth == 1 ? "of one step" : $"looped over {product.Depth} steps";
        return $"{what}. A tile is {TileOf(product, lanes)}, {depth}.";
    }

    /// <summary>The largest tile that the code has.</summary>
    private static string TileOf(Contraction product, int lanes) =>
        $"{Count(product.TileRows, RowsOf(product))} × {Count(product.TileVectors(lanes), "vector")}";

    /// <summary>What the rows of a tile are.</summary>
    private static string RowsOf(Contraction product) => product.Role switch
    {
        ContractionRole.Forward or ContractionRole.Error => "sample",
        ContractionRole.UpdateByInput or ContractionRole.ErrorInLanes => "input",
        _ => "output",
    };

    private static string DescribeStep(NetworkPlan plan, SampleStep step)
    {
        LayerModel layer = plan.Model.Layers[step.Layer - 1];
        string lanes = step.Order == WeightOrder.ByInput
            ? $"outputs in lanes, {Count(Lanes.Vectors(layer.Outputs, plan.LaneCount), "vector")} of them, each input broadcast{(step.BroadcastsRegisters ? " from registers" : "")}"
            : $"inputs in lanes, {Count(layer.Outputs, "dot product")}, four reduced together";
        string unrolled = step.IsUnrolled
            ? $"unrolled, {Count(step.Operations, "operation")}"
            : $"looped: {ReasonOf(step, plan.Model)}";
        string chains = step.Chains > 1 ? $", {step.Chains} chains" : "";
        string place = step.StaysInRegisters ? ", stays in registers" : "";
        return $"{Name(plan.Model, step.Layer)}{lanes}; {unrolled}{chains}{place}";
    }

    private static string ReasonOf(SampleStep step, NetworkModel model) => step.Loop switch
    {
        LoopReason.Scalar => "scalar code is not unrolled",
        LoopReason.ManyLayers => $"in a network of {model.DistinctLayers} different layers nothing is unrolled",
        LoopReason.LargeLayer => $"{Count(step.Operations, "operation")} are past the {PlanBudget.UnrolledOperationsPerLayer} that are unrolled",
        LoopReason.FullMethod => $"with the layers unrolled before it, {Count(step.Operations, "operation")} are past the {PlanBudget.UnrolledOperationsPerMethod} of one method",
        _ => "chosen by a test",
    };

    private static string DescribeBatch(BatchPlan batch) =>
        $"{Count(batch.ChunkSamples, "sample")} at a time, " + (batch is LaneBatchPlan
            ? "samples in lanes: inputs and outputs are transposed, weights broadcast, no lane is empty"
            : "outputs in lanes, samples in the rows of a tile");

    private static string DescribeOptimizer(OptimizerPlan plan)
    {
        string how = plan.StepsInPlace
            ? "onto the weights themselves where one chunk is all, else after the gradient is summed"
            : "after the gradient is summed";
        string moments = plan.Optimizer.Moments == 0 ? "" : $", {Count(plan.Optimizer.Moments, "moment")} of each parameter";
        return $"{plan.Optimizer.Kind}: {how}{moments}{(plan.Optimizer.Regularizes ? "; weights are drawn to zero, biases are not" : "")}";
    }

    private static IEnumerable<ForwardStep> ForwardSteps(BatchPlan batch) =>
        batch is LaneBatchPlan lanes ? lanes.Forward : ((RowBatchPlan)batch).Forward;

    private static string DescribeForward(NetworkPlan plan, ForwardStep step)
    {
        Contraction product = step.Product;
        string depth = product.Depth == 1 ? "of one input" : $"looped over {product.Depth} inputs";
        string transposed = step.TransposedWeights.Length > 0 ? ", weights transposed first" : "";
        string pass = step.Pass == ActivationKind.Identity ? "" : $", {step.Pass} in a pass of its own";
        return $"{Name(plan.Model, step.Layer)}tiles of {TileOf(product, plan.LaneCount)}, {depth}{transposed}{pass}";
    }

    private static string Name(NetworkModel model, int layer)
    {
        LayerModel dense = model.Layers[layer - 1];
        return $"layer {layer}  {Number(dense.Inputs)} → {Number(dense.Outputs)}  {model.ShownActivation(layer - 1)}: ";
    }

    private static string Place(ScratchPlan scratch) =>
        Bytes(scratch.Bytes) + (scratch.IsOnStack ? " of stack" : " of native memory");

    private static string Bytes(int bytes) => Number(bytes) + " bytes";

    private static string Count(int count, string thing) => $"{Number(count)} {thing}{(count == 1 ? "" : "s")}";

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
