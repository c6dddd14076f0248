using System;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <content>One sample: lanes, chains, unrolling and registers.</content>
internal sealed partial class DensePlanner
{
    /// <summary>Products a chain has at the least: joining two chains costs as much as a product.</summary>
    private const int LeastProducts = 2;

    public override int SampleOperations(PlannedLayer layer, SampleOrder order)
    {
        var stored = DenseStorage.Of(layer.Storage);
        return stored.Order != WeightOrder.ByOutput
            ? stored.Inputs * Lanes.Vectors(stored.Outputs, order.Lanes)
            : stored.Outputs * Lanes.Vectors(stored.Inputs, order.Lanes);
    }

    /// <summary>A layer with inputs in lanes does, and one that is written out and broadcasts from registers.</summary>
    public override bool ReadsVectors(PlannedLayer layer, SampleOrder order) =>
        Broadcasts(layer, order) || DenseStorage.Of(layer.Storage).Order == WeightOrder.ByOutput;

    /// <summary>A loop goes from panel to panel.</summary>
    public override LoopReason? LoopOf(PlannedLayer layer) => DenseStorage.Of(layer.Storage).Order == WeightOrder.InPanels ? LoopReason.Panels : null;

    public override SampleStep Sample(PlannedLayer layer, SampleOrder order)
    {
        var stored = DenseStorage.Of(layer.Storage);
        LoopReason? loop = order.LoopOf(layer);
        bool byInput = stored.Order != WeightOrder.ByOutput;
        int vectors = Lanes.Vectors(stored.Outputs, order.Lanes);
        int block = stored.Order == WeightOrder.InPanels ? Math.Min(stored.OutputsTogether / order.Lanes, PlanBudget.IndependentSums)
            : byInput ? Math.Min(vectors, order.SumsAtATime(layer))
            : PlanBudget.SumsReducedTogether;
        bool stays = order.MayStayInRegisters(layer) && vectors <= PlanBudget.UnrolledRowVectors && MakesVectors(stored);
        (ActivationModel fused, ActivationModel pass) = loop is null ? (layer.Model.Activation, ActivationKind.Identity) : Divided(layer.Model.Activation);
        return new SampleDots(
            layer.Number,
            layer.IsLast,
            stays,
            order.Offset(layer),
            order.SpillBefore(layer),
            stored.Weights,
            stored.Biases,
            new DotWork(stored.Inputs, stored.Outputs, stored.Order, stored.Stride, stored.OutputsTogether, Chains(stored, loop, block, order), block, fused),
            loop,
            BroadcastsRegisters: Broadcasts(layer, order) && order.HasVectors(layer),
            IsNarrow: stays && !byInput && layer.IsLast,
            pass == ActivationKind.Identity ? null : new SamplePass(pass, vectors * order.Lanes),
            SampleOperations(layer, order));
    }

    private static int Chains(DenseStorage stored, LoopReason? loop, int block, SampleOrder order)
    {
        int length = stored.Order != WeightOrder.ByOutput ? stored.Inputs : Lanes.Vectors(stored.Inputs, order.Lanes);
        int wanted = order.Choices.SumsInOrder ? 1 : order.Choices.SampleChains
            ?? (order.IsCompact ? 1 : Math.Max(1, Math.Min(PlanBudget.IndependentSums / block, length / LeastProducts)));

        // A loop of dot products has one chain for each: the four of them are independent.
        return Math.Min(loop is not null && stored.Order == WeightOrder.ByOutput ? 1 : length, wanted);
    }

    /// <summary>
    /// Whether a layer with outputs in lanes broadcasts its inputs from registers, if they are there: where each is read
    /// twice; and after an activation so short that the units are idle for what spreading costs.
    /// </summary>
    private static bool Broadcasts(PlannedLayer layer, SampleOrder order)
    {
        var stored = DenseStorage.Of(layer.Storage);
        bool pays = Lanes.Vectors(stored.Outputs, order.Lanes) >= 2 || order.FollowsShortActivation(layer);
        bool isPossible = order.LoopOf(layer) is null && stored.Order != WeightOrder.ByOutput;
        return isPossible && (order.Choices.SampleBroadcastsRegisters ?? pays);
    }

    /// <summary>Sums of inputs in lanes come out four at a time; they are whole vectors only where four is all there are.</summary>
    private static bool MakesVectors(DenseStorage stored) => stored.Order != WeightOrder.ByOutput
        || stored.Outputs <= PlanBudget.SumsReducedTogether;
}
