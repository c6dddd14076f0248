using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;

namespace Mlp.Generator.Planning;

/// <summary>What the members of a user's type must know of what is behind them.</summary>
/// <param name="HasKernels">Whether the network has kernels of its own; else the runtime's interpreter computes it on every hardware.</param>
/// <param name="OutputIsOnStack">Whether one sample's output is little enough for the stack.</param>
/// <param name="HasPopulation">Whether there are kernels for many networks at once.</param>
internal sealed record MemberPlan(bool HasKernels, bool OutputIsOnStack, bool HasPopulation)
{
    /// <param name="model">The network.</param>
    public static MemberPlan For(NetworkModel model)
    {
        bool hasKernels = !KernelLimits.PassedBy(model.Computed().Layers, model.IsDeterministic).Any();
        return new(hasKernels, model.OutputSize <= PlanBudget.StackBytes / sizeof(float), hasKernels && AgentOrder.IsWanted(model));
    }
}
