using System;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>
/// A batch predicted a vector or two of samples at a time: samples in lanes, and the whole network written out in registers,
/// for networks so small that scratch memory, and loops over it, would cost more than the products.
/// </summary>
/// <param name="Vectors">Vectors of samples that go together, so that one broadcast weight serves them all.</param>
/// <param name="Samples">The samples in them.</param>
/// <param name="Operations">Vector operations of one pass, for one vector of samples.</param>
internal sealed record RegisterBatchPlan(int Vectors, int Samples, int Operations)
{
    /// <summary>Registers for a weight, a hidden value and what an activation needs.</summary>
    private const int WorkingRegisters = 5;

    /// <summary>Two halve the loads of weights; more would leave a small batch unfilled.</summary>
    private const int MostVectors = 2;

    /// <summary>The plan, or null where the network is too large for it.</summary>
    public static RegisterBatchPlan? For(NetworkModel model, VectorWidth width, PlanChoices choices)
    {
        int vectors = IsPossible(model, width) ? choices.RegisterVectors ?? FittingVectors(model, width) : 0;
        return vectors > 0 ? new RegisterBatchPlan(vectors, vectors * (int)width, OperationsOf(model)) : null;
    }

    /// <summary>Whether there are lanes for samples, and one method can hold the whole network.</summary>
    public static bool IsPossible(NetworkModel model, VectorWidth width) =>
        width != VectorWidth.Scalar && OperationsOf(model) <= PlanBudget.UnrolledOperationsPerMethod;

    /// <summary>The vectors of samples that find registers; 0 where those would be too few.</summary>
    private static int FittingVectors(NetworkModel model, VectorWidth width)
    {
        int vectors = (PlanBudget.Registers(width) - WorkingRegisters) / MostLive(model);

        // A single vector pays a load for each product: only where a broadcast folds into the product is that free.
        int least = width == VectorWidth.Vector512 ? 1 : MostVectors;
        return vectors >= least ? Math.Min(vectors, MostVectors) : 0;
    }

    private static int OperationsOf(NetworkModel model) =>
        model.Layers.Sum(layer => (layer.Inputs * layer.Outputs) + (layer.Outputs * ActivationTraits.Operations(layer.Activation)))
        + (model.OutputSize * ActivationTraits.Operations(model.Head.Activation));

    /// <summary>
    /// The most vectors that live at once. Layers go in pairs: each output of the first goes straight into all sums of the
    /// second, so that only what goes into a pair and what comes out of it must be kept.
    /// </summary>
    private static int MostLive(NetworkModel model)
    {
        int most = 0;
        for (int index = 0; index < model.Layers.Count; index += 2)
        {
            int last = Math.Min(index + 1, model.Layers.Count - 1);
            most = Math.Max(most, model.Layers[index].Inputs + model.Layers[last].Outputs);
        }

        return most;
    }
}
