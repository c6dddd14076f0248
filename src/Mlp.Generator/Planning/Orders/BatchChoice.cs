using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Layers;

namespace Mlp.Generator.Planning.Orders;

/// <summary>
/// Chooses for batches between outputs in lanes and samples in lanes, by counting vector operations of a sample. Where a layer does
/// not support samples in lanes, rows are taken.
/// </summary>
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
    public static BatchPlan Inference(OrderSetting setting)
    {
        bool pays = IsPossible(setting) && LaneForward(setting, trains: false) * (TrainsInLanes(setting) ? 1 : SecondFamily) < RowForward(setting, trains: false);
        return InLanes(setting, setting.Choices.InferenceLanes, pays, trains: false) ?? RowOrder.Plan(setting, trains: false);
    }

    /// <summary>The plan of a batch with its way back.</summary>
    public static BatchPlan Training(OrderSetting setting) =>
        InLanes(setting, setting.Choices.TrainingLanes, IsPossible(setting) && TrainsInLanes(setting), trains: true) ?? RowOrder.Plan(setting, trains: true);

    /// <summary>
    /// Whether samples can fill the lanes: classes find registers, there is text for a way of its own, every layer can, and sums over samples may be made
    /// across lanes.
    /// </summary>
    public static bool IsPossible(OrderSetting setting) => setting.Model.OutputSize <= MostOutputs
        && !setting.IsCompact
        && !setting.Choices.SumsInOrder
        && setting.Layers.All(layer => layer.Planner.SupportsLanes(layer));

    /// <summary>The plan with samples in lanes, where it is possible, and forced, or pays and fits the stack; else null.</summary>
    private static BatchPlan? InLanes(OrderSetting setting, BatchLanes? forced, bool pays, bool trains)
    {
        if (!IsPossible(setting) || forced == BatchLanes.Outputs || (forced is null && !pays))
        {
            return null;
        }

        BatchPlan plan = LaneOrder.Plan(setting, trains);
        return forced == BatchLanes.Samples || plan.Scratch.FitsStack ? plan : null;
    }

    private static bool TrainsInLanes(OrderSetting setting)
    {
        double lanes = LaneForward(setting, trains: true)
            + setting.Layers.Sum(layer => (Cost(layer, setting).LaneProducts * 2) + (layer.Model.ParameterCount * ReducedWeight));
        double rows = RowForward(setting, trains: true) + setting.Layers.Sum(layer => Cost(layer, setting).RowProducts + Cost(layer, setting).RowUpdate);
        return lanes < rows;
    }

    private static double LaneForward(OrderSetting setting, bool trains)
    {
        NetworkModel model = setting.Model;
        return setting.Computing(trains).Sum(layer => Cost(layer, setting).LaneProducts)
            + ((model.InputSize + model.OutputSize) * Transposed)
            + (RowStage * model.OutputSize / (int)setting.Width);
    }

    private static double RowForward(OrderSetting setting, bool trains) => setting.Computing(trains).Sum(layer => Cost(layer, setting).RowProducts) + RowStage;

    private static LayerCost Cost(PlannedLayer layer, OrderSetting setting) => layer.Planner.Cost(layer.Model, setting.Width);
}
