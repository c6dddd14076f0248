using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>Plans a single sample: lanes, chains, unrolling and registers for each layer.</summary>
internal sealed class SamplePlanner(NetworkModel model, StoragePlan storage, VectorWidth width, PlanChoices choices)
{
    /// <summary>Outputs summed at a time where inputs fill the lanes: four sums are reduced across lanes together.</summary>
    private const int OutputsReducedTogether = 4;

    /// <summary>Products a chain has at the least: joining two chains costs as much as a product.</summary>
    private const int LeastProducts = 2;

    /// <summary>Vectors of inputs that are loaded whole: a quarter of the 32 registers of 512 bits, and they may be spilled.</summary>
    public const int MostInputVectors = 8;

    private readonly int _lanes = (int)width;
    private readonly bool _isCompact = PlanBudget.IsCompact(model, choices);

    public SamplePlan Plan()
    {
        LoopReason?[] loops = PlanUnrolling();
        bool[] unrolled = [.. loops.Select(reason => reason is null)];
        var steps = new List<SampleStep>();
        int[] regions = [0, RegionFloats(0)];
        for (int index = 0; index < model.Layers.Count; index++)
        {
            DenseStorage stored = storage.Layers[index];
            int vectors = Lanes.Vectors(stored.Outputs, _lanes);
            int sums = choices.SampleBlock ?? (_isCompact ? 2 : unrolled[index] ? PlanBudget.IndependentSums : PlanBudget.LoopedSums(width));
            int block = stored.Order == WeightOrder.ByInput ? Math.Min(vectors, sums) : OutputsReducedTogether;
            int length = stored.Order == WeightOrder.ByInput ? stored.Inputs : Lanes.Vectors(stored.Inputs, _lanes);

            // A loop of dot products has one chain for each: the four of them are independent.
            int most = loops[index] is not null && stored.Order == WeightOrder.ByOutput ? 1 : length;
            int chains = Math.Min(most, choices.SampleChains ?? (_isCompact ? 1 : Math.Max(1, Math.Min(PlanBudget.IndependentSums / block, length / LeastProducts))));
            bool broadcasts = Broadcasts(index, unrolled) && HasVectors(index, steps);
            bool registers = (choices.SampleStaysInRegisters ?? true) && unrolled[index] && vectors <= PlanBudget.UnrolledRowVectors && MakesVectors(stored) && ReadsVectors(index + 1, unrolled);
            bool narrow = registers && stored.Order == WeightOrder.ByOutput && index == model.Layers.Count - 1;
            steps.Add(new SampleStep(index + 1, stored.Order, loops[index], chains, block, broadcasts, registers, narrow, regions[index % 2], Operations(stored)));
        }

        return new SamplePlan(steps.ToEquatableArray(), NeedsScratch(steps) ? RegionFloats(0) + RegionFloats(1) : 0);
    }

    /// <summary>Which layers are written out, the first ones first, within the budget of a method; of the others why they are loops.</summary>
    private LoopReason?[] PlanUnrolling()
    {
        var loops = new LoopReason?[model.Layers.Count];
        int spent = 0;
        for (int index = 0; index < loops.Length; index++)
        {
            int operations = Operations(storage.Layers[index]);
            loops[index] = choices.SampleIsUnrolled switch
            {
                true => null,
                false => LoopReason.Forced,
                null => width == VectorWidth.Scalar ? LoopReason.Scalar
                    : _isCompact ? LoopReason.ManyLayers
                    : operations > PlanBudget.UnrolledOperationsPerLayer ? LoopReason.LargeLayer
                    : null,
            };
            loops[index] ??= spent + operations > PlanBudget.UnrolledOperationsPerMethod ? LoopReason.FullMethod : null;
            spent += loops[index] is null ? operations : 0;
        }

        return loops;
    }

    /// <summary>
    /// Whether a layer's inputs are vectors in registers, or worth being loaded as such: past a vector of them, loads for
    /// broadcasts hold up the loads of weights, two of which start in a cycle.
    /// </summary>
    private bool HasVectors(int index, List<SampleStep> steps) => index > 0
        ? steps[index - 1].StaysInRegisters
        : (choices.SampleBroadcastsRegisters ?? model.InputSize >= _lanes) && Lanes.Vectors(model.InputSize, _lanes) <= MostInputVectors;

    /// <summary>
    /// Whether a layer with outputs in lanes broadcasts its inputs from registers, if they are there: where each is read
    /// twice; and after an activation so short that the units are idle for what spreading costs.
    /// </summary>
    private bool Broadcasts(int index, bool[] unrolled)
    {
        bool pays = Lanes.Vectors(storage.Layers[index].Outputs, _lanes) >= 2
            || (index > 0 && (choices.SampleStaysInRegisters ?? ActivationTraits.IsFused(model.Layers[index - 1].Activation)));
        bool isPossible = width != VectorWidth.Scalar && unrolled[index] && storage.Layers[index].Order == WeightOrder.ByInput;
        return isPossible && (choices.SampleBroadcastsRegisters ?? pays);
    }

    private static bool NeedsScratch(List<SampleStep> steps) => steps.Exists(step => !step.StaysInRegisters);

    /// <summary>Activations of odd and even layers take turns in two regions of the scratch.</summary>
    private int RegionFloats(int parity)
    {
        int widest = 0;
        for (int index = parity; index < model.Layers.Count; index += 2)
        {
            widest = Math.Max(widest, Lanes.Pad(model.Layers[index].Outputs, PlanBudget.StorageLanes));
        }

        return widest;
    }

    private int Operations(DenseStorage stored) => stored.Order == WeightOrder.ByInput
        ? stored.Inputs * Lanes.Vectors(stored.Outputs, _lanes)
        : stored.Outputs * Lanes.Vectors(stored.Inputs, _lanes);

    /// <summary>Sums of inputs in lanes come out four at a time; they are whole vectors only where four is all there are.</summary>
    private bool MakesVectors(DenseStorage stored) =>
        stored.Order == WeightOrder.ByInput || (stored.Outputs <= OutputsReducedTogether && _lanes >= OutputsReducedTogether);

    /// <summary>Whether the next reader takes vectors: the output stage does, a layer with inputs in lanes, and one that is written out.</summary>
    private bool ReadsVectors(int index, bool[] unrolled) =>
        index == model.Layers.Count || Broadcasts(index, unrolled) || storage.Layers[index].Order == WeightOrder.ByOutput;
}
