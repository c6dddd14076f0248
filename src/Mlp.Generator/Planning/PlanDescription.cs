using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning;

/// <summary>Says in plain words what a plan decided and why: the head of an emitted file, and what plan tests compare.</summary>
internal static class PlanDescription
{
    /// <summary>The plan as lines of text.</summary>
    public static IReadOnlyList<string> Describe(NetworkPlan plan)
    {
        var lines = new List<string> { "one sample" };
        IEnumerable<string> steps = plan.Sample?.Steps.Select(step => DescribeStep(plan, step)) ?? plan.Single!.Forward.SelectMany(layer => Describe(plan, layer));
        lines.AddRange(steps.Select(line => "  " + line));
        lines.Add("");
        if (plan.Registers is { } registers)
        {
            lines.Add($"to predict a batch: {Count(registers.Samples, "sample")} at a time in the lanes of {Count(registers.Vectors, "vector")}, all layers in registers, about {registers.Operations} operations unrolled");
            lines.Add("");
        }

        bool trains = plan.Model.Trains;
        string purpose = plan.Registers is null ? "to predict a batch" : "for the loss of one";
        if (trains || plan.Registers is null)
        {
            lines.Add($"{purpose}: {DescribeBatch(plan.Inference)}");
            lines.AddRange(plan.Inference.Forward.SelectMany(layer => Describe(plan, layer)).Select(line => "  " + line));
            lines.Add("");
        }

        if (plan.Population is { } population)
        {
            lines.Add($"to step a population: {Count(population.Block.ChunkSamples, "agent")} at a time in the lanes, each with parameters of its own{(population.Rows is null ? "" : ", softmax in rows as in a batch")}; scratch {Place(population.Block.Scratch)}");

            // The panels of a layer are products of their own, and most of them have the same tiles.
            lines.AddRange(population.Block.Forward.SelectMany(layer => Describe(plan, layer)).Distinct().Select(line => "  " + line));
            lines.Add("");
        }

        if (trains)
        {
            lines.Add($"to train on one: {DescribeBatch(plan.Training)}");
            lines.Add("  " + DescribeOptimizer(plan.Optimizer));
            lines.Add("");
        }

        lines.Add(
            $"{Numeral.Grouped(plan.Model.ParameterCount)} parameters in {Numeral.Grouped(plan.Storage.Length)} floats"
            + $" · {Numeral.Grouped(plan.Model.OperationsPerSample)} floating-point operations a sample");
        string batch = plan.Registers is null ? $", {Place(plan.Inference.Scratch)} to predict a batch"
            : trains ? $", {Place(plan.Inference.Scratch)} for the loss of a batch"
            : "";
        string gradient = trains ? $", {Place(plan.GradientScratch)} for its gradient" : "";
        lines.Add($"scratch: {Bytes(plan.Sample?.ScratchBytes ?? plan.Single!.Scratch.Bytes)} for one sample{batch}{gradient}");
        return lines;
    }

    /// <summary>One matrix product as a doc comment says it.</summary>
    /// <param name="product">The product.</param>
    /// <param name="lanes">The lanes of a vector.</param>
    public static string Describe(Contraction product, int lanes)
    {
        string what = product.Role switch
        {
            ContractionRole.Forward or ContractionRole.ForwardInLanes => "Forward: W h + b",
            ContractionRole.ForwardOfAgents => "Forward: W h + b, of each agent its own",
            ContractionRole.Error or ContractionRole.ErrorInLanes => "Error of the layer below: Wᵀ δ ⊙ g′ [Lu 12]",
            _ => "Update: W += Σ δ hᵀ, or its gradient [Lu 13]",
        };
        string depth = product.Step.IsSamples ? "looped over the samples" : Steps(product) == 1 ? "of one step" : $"looped over {Steps(product)} steps";
        return $"{what}. A tile is {TileOf(product, lanes)}, {depth}.";
    }

    private static int Steps(Contraction product) => product.Depth.Aggregate(1, (steps, axis) => steps * axis.Count);

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

    private static string DescribeStep(NetworkPlan plan, SampleStep step) => step switch
    {
        SampleDots dots => Name(plan.Model, dots.Layer) + Describe(plan, dots),
        SampleSlopes slopes => $"{Name(plan.Model, slopes.Layer)}{Count(slopes.Values, "slope")} in lanes, from memory to memory",
        _ => throw new System.NotSupportedException(step.GetType().Name),
    };

    private static string Describe(NetworkPlan plan, SampleDots step)
    {
        string lanes = step.Dots.Order != WeightOrder.ByOutput
            ? $"outputs in lanes, {Count(Lanes.Vectors(step.Dots.Outputs, plan.LaneCount), "vector")} of them, each input broadcast{(step.BroadcastsRegisters ? " from registers" : "")}{(step.Dots.Order == WeightOrder.InPanels ? $", in panels of {step.Dots.Panel}" : "")}"
            : $"inputs in lanes, {Count(step.Dots.Outputs, "dot product")}, four reduced together";
        string unrolled = step.IsUnrolled
            ? $"unrolled, {Count(step.Operations, "operation")}"
            : $"looped: {ReasonOf(step, plan.Model)}";
        string chains = step.Dots.Chains > 1 ? $", {step.Dots.Chains} chains" : "";
        string place = step.StaysInRegisters ? ", stays in registers" : "";
        return $"{lanes}; {unrolled}{chains}{place}";
    }

    private static string ReasonOf(SampleDots step, NetworkModel model) => step.Loop switch
    {
        LoopReason.ManyLayers => $"in a network of {model.DistinctLayers} different layers nothing is unrolled",
        LoopReason.LargeLayer => $"{Count(step.Operations, "operation")} are past the {PlanBudget.UnrolledOperationsPerLayer} that are unrolled",
        LoopReason.Panels => "its weights stand in panels",
        LoopReason.ManyActivations => $"with the activations before it, a method would have more than the {PlanBudget.InlinedOperationsPerMethod} operations that are inlined",
        LoopReason.FullMethod => $"with the layers unrolled before it, {Count(step.Operations, "operation")} are past the {PlanBudget.UnrolledOperationsPerMethod} of one method",
        _ => "chosen by a test",
    };

    private static string DescribeBatch(BatchPlan batch) =>
        $"{Count(batch.ChunkSamples, "sample")} at a time, " + (batch.Lanes == BatchLanes.Samples
            ? "samples in lanes: inputs and outputs are transposed, weights broadcast, no lane is empty"
            : batch.HasPlanes ? "images as planes, samples side by side in the lanes; behind them outputs in lanes"
            : "outputs in lanes, samples in the rows of a tile");

    private static string DescribeOptimizer(OptimizerPlan plan)
    {
        string how = plan.StepsInPlace
            ? "onto the weights themselves where one chunk is all, else after the gradient is summed"
            : "after the gradient is summed";
        string moments = plan.Optimizer.Moments == 0 ? "" : $", {Count(plan.Optimizer.Moments, "moment")} of each parameter";
        return $"{plan.Optimizer.Kind}: {how}{moments}{(plan.Optimizer.Regularizes ? "; weights are drawn to zero, biases are not" : "")}";
    }

    /// <summary>A layer's way forward, a line for each product.</summary>
    private static IEnumerable<string> Describe(NetworkPlan plan, LayerSteps layer)
    {
        ActivationModel? pass = layer.Steps.OfType<PassStep>().Select(step => step.Activation).FirstOrDefault();
        if (layer.Steps.OfType<PoolStep>().FirstOrDefault() is { } pool)
        {
            yield return $"{Name(plan.Model, layer.Layer)}{(pool.IsMax ? "the largest" : "the mean")} of {Count(pool.Window.Taps, "value")}, {(pool.InputLayout.Samples == 1 ? "columns" : "samples")} in lanes";
        }

        foreach (ProductStep step in layer.Steps.OfType<ProductStep>())
        {
            string depth = Steps(step.Product) == 1 ? "of one input" : $"looped over {Steps(step.Product)} inputs";
            string transposed = step.Right is Place.Scratch { Buffer.Key.Role: BufferRole.WeightsByInput } ? ", weights transposed first" : "";
            string after = pass is null ? "" : $", {pass} in a pass of its own";
            yield return $"{Name(plan.Model, layer.Layer)}tiles of {TileOf(step.Product, (int)(step.Product.Narrower ?? plan.Width))}, {depth}{transposed}{after}";
        }
    }

    private static string Name(NetworkModel model, int layer)
    {
        LayerModel dense = model.Layers[layer - 1];
        string shapes = dense is DenseLayer ? $"{Numeral.Grouped(dense.Inputs)} → {Numeral.Grouped(dense.Outputs)}" : $"{dense.Input.Spoken} → {dense.Output.Spoken}";
        return $"layer {layer}  {shapes}  {model.ShownActivation(layer - 1)}: ";
    }

    private static string Place(ScratchPlan scratch) =>
        Bytes(scratch.Bytes) + (scratch.IsOnStack ? " of stack" : " of native memory");

    private static string Bytes(int bytes) => Numeral.Grouped(bytes) + " bytes";

    private static string Count(int count, string thing) => $"{Numeral.Grouped(count)} {thing}{(count == 1 ? "" : "s")}";
}
