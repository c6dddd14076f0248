using System;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning;

/// <summary>Chooses for batches between outputs in lanes and samples in lanes, by counting vector operations of a sample.</summary>
internal static class BatchChoice
{
    /// <summary>Operations across lanes that the output stage of one row costs, beside the activation itself.</summary>
    private const double RowStage = 24;

    /// <summary>Operations a transposed float costs: a load, a store and two shuffles for each four, four ways.</summary>
    private const double Transposed = 1;

    /// <summary>
    /// Operations that reduce one weight's dot product across lanes, four together; spread over a common batch of 32.
    /// </summary>
    private const double ReducedWeight = 3.5 / 32;

    /// <summary>Outputs past which the output stage no longer keeps a class in a register.</summary>
    private const int MostOutputs = 16;

    /// <summary>What samples in lanes must save before predictions get them where training has outputs in lanes: a second family of methods.</summary>
    private const double SecondFamily = 1.25;

    /// <summary>The plan of a batch without a way back.</summary>
    public static BatchPlan Inference(NetworkModel model, StoragePlan storage, VectorWidth width, PlanChoices choices)
    {
        double price = TrainsInLanes(model, width) ? 1 : SecondFamily;
        bool pays = LaneForward(model, width) * price < RowForward(model, width);
        BatchPlan? lanes = IsPossible(model, width, choices)
            ? InLanes(choices.InferenceLanes, pays, () => new LaneBatchPlanner(model, storage, width, choices).PlanInference())
            : null;
        return lanes ?? new RowBatchPlanner(model, storage, width, choices).PlanInference();
    }

    /// <summary>The plan of a batch with its way back.</summary>
    public static BatchPlan Training(NetworkModel model, StoragePlan storage, VectorWidth width, PlanChoices choices)
    {
        BatchPlan? lanes = IsPossible(model, width, choices)
            ? InLanes(choices.TrainingLanes, TrainsInLanes(model, width), () => new LaneBatchPlanner(model, storage, width, choices).PlanTraining())
            : null;
        return lanes ?? new RowBatchPlanner(model, storage, width, choices).PlanTraining();
    }

    /// <summary>The plan with samples in lanes, where it is forced, or pays and fits the stack; else null.</summary>
    private static LaneBatchPlan? InLanes(BatchLanes? forced, bool pays, Func<LaneBatchPlan> make)
    {
        if (forced == BatchLanes.Outputs || (forced is null && !pays))
        {
            return null;
        }

        LaneBatchPlan plan = make();
        return forced == BatchLanes.Samples || plan.Scratch.FitsStack ? plan : null;
    }

    /// <summary>Whether samples can fill the lanes: there are lanes, classes find registers, and there is text for a way of its own.</summary>
    public static bool IsPossible(NetworkModel model, VectorWidth width, PlanChoices choices) =>
        width != VectorWidth.Scalar && model.OutputSize <= MostOutputs && !PlanBudget.IsCompact(model, choices);

    private static bool TrainsInLanes(NetworkModel model, VectorWidth width)
    {
        double lanes = LaneForward(model, width)
            + model.Layers.Sum(layer => Products(layer, width) * 2 + (layer.ParameterCount * ReducedWeight));
        double rows = RowForward(model, width) + model.Layers.Sum(layer => RowProducts(layer, width) + RowUpdate(layer, width));
        return lanes < rows;
    }

    private static double LaneForward(NetworkModel model, VectorWidth width) =>
        model.Layers.Sum(layer => Products(layer, width)) + ((model.InputSize + model.OutputSize) * Transposed) + (RowStage * model.OutputSize / (int)width);

    private static double Products(LayerModel layer, VectorWidth width) => (double)layer.Inputs * layer.Outputs / (int)width;

    private static double RowForward(NetworkModel model, VectorWidth width) =>
        model.Layers.Sum(layer => RowProducts(layer, width)) + RowStage;

    private static double RowProducts(LayerModel layer, VectorWidth width) => layer.Inputs * (double)Lanes.Vectors(layer.Outputs, (int)width);

    private static double RowUpdate(LayerModel layer, VectorWidth width) =>
        Math.Min(layer.Outputs * Lanes.Vectors(layer.Inputs, (int)width), layer.Inputs * Lanes.Vectors(layer.Outputs, (int)width));
}
