using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Steps;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests.DrawnStacks;

/// <summary>Networks over planes agree with the oracle whatever their plan chose: tiles, how many samples stand side by side, where scratch memory is.</summary>
public sealed class ForcedStackTests
{
    /// <summary>Networks of each choice, other ones for the next.</summary>
    private const int StacksOfAChoice = 2;

    private static readonly Lazy<IReadOnlyList<ForcedShape>> Stacks = new(() => [.. new StackDrawer(91).Take(40).Where(HasProducts)]);

    private static readonly Dictionary<string, ForcedChoice> Choices = new[]
    {
        Tile(new TileShape(1, 1, 1, 1)),
        Tile(new TileShape(3, 2, 1, 2)),
        Tile(new TileShape(8, 3, 2, 4)),
        ForcedChoices.Chunk(32),
        ForcedChoices.Chunk(48),
        ForcedChoices.OnStack(true),
        ForcedChoices.OnStack(false),
    }.ToDictionary(choice => choice.Name);

    public static TheoryData<string> Names => [.. Choices.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Networks_agree_with_the_reference_under(string name)
    {
        if (!ActiveWidth.HasKernels)
        {
            return;
        }

        ForcedChoice choice = Choices[name];
        int first = Choices.Keys.ToList().IndexOf(name) * StacksOfAChoice;
        ForcedShape[] stacks = [.. Stacks.Value.Skip(first).Concat(Stacks.Value.Take(first)).Where(stack => IsForced(stack, choice)).Take(StacksOfAChoice)];
        stacks.Length.ShouldBe(StacksOfAChoice);
        using var assembly = new ForcedAssembly([.. stacks.Select(stack => new ForcedCase(stack, choice.Choices, ChecksSample: true, ChecksBatches: true))]);
        StackOracle.Check(assembly, stacks, name);
    }

    /// <summary>Whether the choice is possible, met, and another one than the planners' own.</summary>
    private static bool IsForced(ForcedShape stack, ForcedChoice choice)
    {
        if (!choice.IsPossible(stack.OwnPlan))
        {
            return false;
        }

        NetworkPlan plan = stack.Plan(choice.Choices);
        choice.IsMet(plan).ShouldBeTrue($"{stack}, {choice}");
        return !plan.Equals(stack.OwnPlan);
    }

    private static bool HasProducts(ForcedShape stack) => stack.OwnPlan.Training.HasPlanes && PlaneProducts(stack.OwnPlan).Any();

    private static ForcedChoice Tile(TileShape tile) => new(
        $"{nameof(PlanChoices.Tile)} {tile}",
        choices => choices with { Tile = tile },
        plan => PlaneProducts(plan).All(product => product.Tile == tile),
        _ => true);

    private static IEnumerable<Contraction> PlaneProducts(NetworkPlan plan) =>
        ForcedChoices.Batches(plan).SelectMany(batch => batch.Products).Where(product => product.Role is ContractionRole.ForwardInLanes or ContractionRole.ErrorInLanes);
}
