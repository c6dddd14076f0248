using System;
using System.Collections.Generic;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>Plans a single sample: lanes, chains, unrolling and registers for each layer.</summary>
internal sealed class SamplePlanner(NetworkModel model, StoragePlan storage, VectorWidth width)
{
    /// <summary>Outputs summed at a time where inputs fill the lanes: four sums are reduced across lanes together.</summary>
    private const int OutputsReducedTogether = 4;

    /// <summary>Products a chain has at the least: joining two chains costs as much as a product.</summary>
    private const int LeastProducts = 2;

    private readonly int _lanes = (int)width;
    private readonly bool _isCompact = model.DistinctLayers > PlanBudget.LayersInFull;

    public SamplePlan Plan()
    {
        var steps = new List<SampleStep>();
        int unrolled = 0;
        int[] regions = [0, RegionFloats(0)];
        for (int index = 0; index < model.Layers.Count; index++)
        {
            DenseStorage stored = storage.Layers[index];
            int operations = Operations(stored);
            bool unroll = width != VectorWidth.Scalar
                && !_isCompact
                && operations <= PlanBudget.UnrolledOperationsPerLayer
                && unrolled + operations <= PlanBudget.UnrolledOperationsPerMethod;
            unrolled += unroll ? operations : 0;
            int vectors = Lanes.Vectors(stored.Outputs, _lanes);
            int block = stored.Order == WeightOrder.ByInput ? Math.Min(vectors, _isCompact ? 2 : PlanBudget.IndependentSums) : OutputsReducedTogether;
            int length = stored.Order == WeightOrder.ByInput ? stored.Inputs : Lanes.Vectors(stored.Inputs, _lanes);
            int chains = _isCompact ? 1 : Math.Max(1, Math.Min(PlanBudget.IndependentSums / block, length / LeastProducts));
            bool registers = unroll && vectors <= PlanBudget.UnrolledRowVectors && MakesVectors(stored) && ReadsVectors(index + 1);
            bool narrow = registers && stored.Order == WeightOrder.ByOutput && index == model.Layers.Count - 1;
            steps.Add(new SampleStep(index + 1, stored.Order, unroll, chains, block, registers, narrow, regions[index % 2], operations));
        }

        return new SamplePlan(steps.ToEquatableArray(), NeedsScratch(steps) ? RegionFloats(0) + RegionFloats(1) : 0);
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

    /// <summary>Whether the next reader takes vectors: the output stage does, and a layer with inputs in lanes.</summary>
    private bool ReadsVectors(int index) =>
        index == model.Layers.Count || storage.Layers[index].Order == WeightOrder.ByOutput;
}
