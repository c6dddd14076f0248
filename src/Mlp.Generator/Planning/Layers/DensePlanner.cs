using System;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans dense layers: a matrix product each way, and one for the gradient.</summary>
internal sealed partial class DensePlanner : LayerPlanner
{
    /// <summary>A gradient that is laid out in panels has no dot products over the samples.</summary>
    public override bool SupportsLanes(PlannedLayer layer) => DenseStorage.Of(layer.Storage).Order != WeightOrder.InPanels;

    public override LayerStorage Store(LayerModel layer, int number, int offset, PlanChoices choices)
    {
        WeightOrder order = choices.Order is { } forced && !(choices.SumsInOrder && forced == WeightOrder.ByOutput) ? forced : ChooseOrder(layer.Inputs, layer.Outputs, choices.SumsInOrder);
        TensorStorage weights = order == WeightOrder.InPanels && PlanBudget.PanelOf(layer.Outputs) is > 0 and var panel
            ? TensorStorage.InPanels(layer.Tensors[0], number, offset, panel)
            : TensorStorage.Of(layer.Tensors[0], number, offset, innermost: order == WeightOrder.ByOutput ? 1 : 0);
        var biases = TensorStorage.Of(layer.Tensors[1], number, weights.End, innermost: 0);
        return new LayerStorage(new[] { weights, biases }.ToEquatableArray());
    }

    public override LayerCost Cost(LayerModel layer, VectorWidth width)
    {
        int lanes = (int)width;
        int byInput = layer.Inputs * Lanes.Vectors(layer.Outputs, lanes);
        return new LayerCost((double)layer.Inputs * layer.Outputs / lanes, byInput, Math.Min(layer.Outputs * Lanes.Vectors(layer.Inputs, lanes), byInput));
    }

    public override RegisterLayer? InRegisters(PlannedLayer layer)
    {
        var stored = DenseStorage.Of(layer.Storage);
        return stored.Order == WeightOrder.InPanels ? null : new RegisterLayer(layer.Number, layer.IsLast, stored.Weights, stored.Biases, stored.Inputs, stored.Outputs, stored.InputStride, stored.OutputStride, layer.Model.Activation);
    }

    /// <summary>
    /// Counts the vector operations of one sample both ways: with outputs in lanes a multiply-add for each input and
    /// vector of outputs; with inputs in lanes one for each output and vector of inputs, and the sums across lanes: three
    /// operations for each output when four are reduced together, of which one is hidden behind other products. Sums in order are none
    /// across lanes.
    /// </summary>
    private static WeightOrder ChooseOrder(int inputs, int outputs, bool sumsInOrder)
    {
        const int OperationsToReduce = 2;
        int byInput = inputs * Lanes.Vectors(outputs, PlanBudget.StorageLanes);
        int byOutput = outputs * (Lanes.Vectors(inputs, PlanBudget.StorageLanes) + OperationsToReduce);
        return byOutput < byInput && !sumsInOrder ? WeightOrder.ByOutput
            : PlanBudget.PanelOf(outputs) > 0 && inputs * outputs * sizeof(float) > PlanBudget.NearestCacheBytes ? WeightOrder.InPanels
            : WeightOrder.ByInput;
    }

    /// <summary>The activation that a tile applies while its sums are in registers, and the one that wants a pass of its own.</summary>
    private static (ActivationModel Fused, ActivationModel Pass) Divided(ActivationModel activation) => ActivationTraits.IsFused(activation)
        ? (activation, ActivationKind.Identity)
        : (ActivationKind.Identity, activation);

    private static EquatableArray<Step> Steps(params Step?[] steps) => steps.OfType<Step>().ToEquatableArray();
}
