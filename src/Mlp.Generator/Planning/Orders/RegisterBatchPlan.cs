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
        if (Possible(setting) is not { } possible)
        {
            return null;
        }

        int vectors = setting.Choices.RegisterVectors is { } forced
            ? Math.Min(forced, possible.MostInlined)
            : FittingVectors(possible.Groups, possible.MostInlined, setting.Width);
        return vectors > 0
            ? new RegisterBatchPlan(vectors, vectors * (int)setting.Width, possible.Operations, possible.Groups.ToEquatableArray())
            : null;
    }

    /// <summary>Whether every layer can, and one method can hold the whole network for so many vectors of samples.</summary>
    public static bool IsPossible(OrderSetting setting, int vectors) => Possible(setting) is { } possible && possible.MostInlined >= vectors;

    /// <summary>The layers, and the vectors of samples whose operations the JIT inlines into one method; null where there is none.</summary>
    private static (RegisterGroup[] Groups, int Operations, int MostInlined)? Possible(OrderSetting setting)
    {
        PlannedLayer[] predicting = [.. setting.Computing(trains: false)];
        RegisterLayer[] layers = [.. predicting.Select(layer => layer.Planner.InRegisters(layer)).OfType<RegisterLayer>()];
        int operations = OperationsOf(setting.Model, layers);
        if (layers.Length < predicting.Length || operations > PlanBudget.UnrolledOperationsPerMethod)
        {
            return null;
        }

        RegisterGroup[] groups = [.. Enumerable.Range(0, (layers.Length + 1) / 2)
            .Select(group => new RegisterGroup(layers[2 * group], (2 * group) + 1 < layers.Length ? layers[(2 * group) + 1] : null))];
        int most = PlanBudget.InlinedOperationsPerMethod / InlinedOperations(groups, setting.Model);
        return most > 0 ? (groups, operations, most) : null;
    }

    /// <summary>The vectors of samples that find registers; 0 where those would be too few.</summary>
    private static int FittingVectors(RegisterGroup[] groups, int mostInlined, VectorWidth width)
    {
        int vectors = Math.Min((PlanBudget.Registers(width) - WorkingRegisters) / groups.Max(group => group.Live), mostInlined);

        // A single vector pays a load for each product: only where a broadcast folds into the product is that free.
        int least = width == VectorWidth.Vector512 ? 1 : MostVectors;
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
