using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning.Orders;

/// <summary>
/// A batch predicted a vector or two of samples at a time: samples in lanes, and the whole network written out in registers,
/// for networks so small that scratch memory, and loops over it, would cost more than the products.
/// </summary>
/// <param name="Vectors">Vectors of samples that go together, so that one broadcast weight serves them all.</param>
/// <param name="Samples">The samples in them.</param>
/// <param name="Operations">Vector operations of one pass, for one vector of samples.</param>
/// <param name="Groups">The layers: in pairs, each output of the first going straight into all sums of the second.</param>
internal sealed record RegisterBatchPlan(int Vectors, int Samples, int Operations, EquatableArray<RegisterGroup> Groups)
{
    /// <summary>Registers for a weight, a hidden value and what an activation needs.</summary>
    private const int WorkingRegisters = 5;

    /// <summary>Columns of rows in memory that become vectors together, and what that is in operations.</summary>
    private const int Transposed = 4;
    private const int TransposedOperations = 16;

    /// <summary>Two halve the loads of weights; more would leave a small batch unfilled.</summary>
    private const int MostVectors = 2;

    /// <summary>The plan, or null where the network is too large for it or has a layer that cannot.</summary>
    public static RegisterBatchPlan? For(OrderSetting setting)
    {
        if (PossibleLayers(setting) is not { } layers)
        {
            return null;
        }

        RegisterGroup[] groups = [.. Enumerable.Range(0, (layers.Count + 1) / 2)
            .Select(group => new RegisterGroup(layers[2 * group], (2 * group) + 1 < layers.Count ? layers[(2 * group) + 1] : null))];
        int vectors = setting.Choices.RegisterVectors ?? FittingVectors(groups, setting);
        return vectors > 0
            ? new RegisterBatchPlan(vectors, vectors * (int)setting.Width, OperationsOf(setting.Model, layers), groups.ToEquatableArray())
            : null;
    }

    /// <summary>Whether every layer can, and one method can hold the whole network.</summary>
    public static bool IsPossible(OrderSetting setting) => PossibleLayers(setting) is not null;

    private static IReadOnlyList<RegisterLayer>? PossibleLayers(OrderSetting setting)
    {
        RegisterLayer[] layers = [.. setting.Layers.Select(layer => layer.Planner.InRegisters(layer)).OfType<RegisterLayer>()];
        bool isPossible = layers.Length == setting.Layers.Count
            && OperationsOf(setting.Model, layers) <= PlanBudget.UnrolledOperationsPerMethod;
        return isPossible ? layers : null;
    }

    /// <summary>The vectors of samples that find registers, and whose operations the JIT inlines; 0 where those would be too few.</summary>
    private static int FittingVectors(RegisterGroup[] groups, OrderSetting setting)
    {
        int vectors = Math.Min(
            (PlanBudget.Registers(setting.Width) - WorkingRegisters) / groups.Max(group => group.Live),
            PlanBudget.InlinedOperationsPerMethod / InlinedOperations(groups, setting.Model));

        // A single vector pays a load for each product: only where a broadcast folds into the product is that free.
        int least = setting.Width == VectorWidth.Vector512 ? 1 : MostVectors;
        return vectors >= least ? Math.Min(vectors, MostVectors) : 0;
    }

    /// <summary>The operations that are written for one vector of samples: a loop has those of one turn.</summary>
    private static int InlinedOperations(RegisterGroup[] groups, NetworkModel model) =>
        groups.Sum(group => group.InlinedOperations)
        + (model.OutputSize * ActivationTraits.Operations(model.Head.Activation))
        + ((Lanes.Vectors(model.InputSize, Transposed) + Lanes.Vectors(model.OutputSize, Transposed)) * TransposedOperations);

    private static int OperationsOf(NetworkModel model, IReadOnlyList<RegisterLayer> layers) =>
        layers.Sum(layer => (layer.Inputs * layer.Outputs) + (layer.Outputs * ActivationTraits.Operations(layer.Activation)))
        + (model.OutputSize * ActivationTraits.Operations(model.Head.Activation));
}
