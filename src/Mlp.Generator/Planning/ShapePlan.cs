using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning;

/// <summary>What the kernels of a shape have in common at every vector width; past <see cref="KernelLimits"/> there are none.</summary>
/// <param name="Model">A network without its type.</param>
/// <param name="Widths">The widths that there are kernels of, widest first; none where the runtime's interpreter computes on every hardware.</param>
/// <param name="Storage">Where parameters stand.</param>
/// <param name="Optimizer">How a training step becomes one of the optimizer.</param>
/// <param name="BlockSamples">The samples whose gradients are added up in single precision.</param>
internal sealed record ShapePlan(NetworkModel Model, IReadOnlyList<VectorWidth> Widths, StoragePlan Storage, OptimizerPlan Optimizer, int BlockSamples)
{
    /// <summary>Whether there are kernels for many networks at once.</summary>
    public bool HasPopulation => HasKernels && AgentOrder.IsWanted(Model);

    /// <summary>Where the parameters of a block of agents stand.</summary>
    public StoragePlan PopulationStorage => AgentStorage.For(Model);

    /// <summary>Whether there are kernels of any width.</summary>
    public bool HasKernels => Widths.Count > 0;

    /// <param name="model">A network without its type.</param>
    /// <param name="choices">What tests force; the product forces nothing.</param>
    /// <param name="widths">The widths that there are kernels of, widest first; null for all, or for none past the limits.</param>
    public static ShapePlan For(NetworkModel model, PlanChoices? choices = null, IReadOnlyList<VectorWidth>? widths = null)
    {
        var storage = StoragePlan.For(model, choices);
        return new ShapePlan(
            model, widths ?? WidthsOf(model), storage, OptimizerPlan.For(model.Optimizer, storage, model.IsDeterministic), PlanBudget.BlockSamples);
    }

    private static IReadOnlyList<VectorWidth> WidthsOf(NetworkModel model) => KernelLimits.PassedBy(model.Computed().Layers, model.IsDeterministic).Any() ? [] : NetworkPlan.Widths;
}
