using System;
using Mlp.Generator.Planning;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>One choice that is forced, or two together.</summary>
/// <param name="Name">The member of <see cref="PlanChoices"/> and its value.</param>
/// <param name="Force">Adds it to other choices.</param>
/// <param name="IsMet">Whether a plan has it.</param>
/// <param name="IsPossible">Whether a network can have it, seen by the plan it has without; where it can, it must.</param>
internal sealed record ForcedChoice(
    string Name,
    Func<PlanChoices, PlanChoices> Force,
    Func<NetworkPlan, bool> IsMet,
    Func<NetworkPlan, bool> IsPossible)
{
    public PlanChoices Choices => Force(PlanChoices.Own);

    /// <summary>Both at once; each must be possible beside the other.</summary>
    public static ForcedChoice Pair(ForcedChoice first, ForcedChoice second) => new(
        $"{first.Name}, {second.Name}",
        choices => second.Force(first.Force(choices)),
        plan => first.IsMet(plan) && second.IsMet(plan),
        plan => first.IsPossible(NetworkPlan.For(plan.Model, plan.Width, second.Choices))
            && second.IsPossible(NetworkPlan.For(plan.Model, plan.Width, first.Choices)));

    public override string ToString() => Name;
}
