using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Testing.Reference;
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
        Chunk(32),
        Chunk(48),
        OnStack(true),
        OnStack(false),
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
        foreach (ForcedShape stack in stacks)
        {
            try
            {
                StackOracle.Check(assembly.Network(stack));
            }
            catch (MismatchException exception)
            {
                throw new MismatchException($"{stack}, {choice}: {exception.Message}");
            }
        }
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

    /// <summary>Whole vectors of samples stand side by side.</summary>
    private static ForcedChoice Chunk(int samples) => new(
        $"{nameof(PlanChoices.ChunkSamples)} {samples}",
        choices => choices with { ChunkSamples = samples },
        plan => Batches(plan).All(batch => batch.ChunkSamples == samples),
        _ => true);

    /// <summary>Impossible past the stack that a call may take.</summary>
    private static ForcedChoice OnStack(bool value) => new(
        $"{nameof(PlanChoices.ScratchIsOnStack)} {value}",
        choices => choices with { ScratchIsOnStack = value },
        plan => Batches(plan).All(batch => batch.Scratch.IsOnStack == value),
        plan => !value || Batches(plan).All(batch => batch.Scratch.MayBeOnStack));

    private static IEnumerable<BatchPlan> Batches(NetworkPlan plan) => [plan.Inference, plan.Training];

    private static IEnumerable<Contraction> PlaneProducts(NetworkPlan plan) =>
        Batches(plan).SelectMany(batch => batch.Products).Where(product => product.Role is ContractionRole.ForwardInLanes or ContractionRole.ErrorInLanes);
}
