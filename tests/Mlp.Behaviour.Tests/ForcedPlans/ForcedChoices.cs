using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>
/// Every value of every member of <see cref="PlanChoices"/>, one by one, and the pairs that meet in one kernel. What is
/// impossible stands beside each: a limit, never a cost.
/// </summary>
internal static class ForcedChoices
{
    private static readonly TileShape[] Tiles = [new(3, 1, 1, 2), new(8, 3, 2, 4)];

    public static IReadOnlyList<ForcedChoice> Single { get; } =
    [
        .. Enum.GetValues<WeightOrder>().Select(Order),
        Unrolled(true),
        Unrolled(false),
        .. new[] { 1, 3, 8 }.Select(Chains),
        .. new[] { 1, 3 }.Select(Block),
        Broadcasts(true),
        Broadcasts(false),
        Stays(true),
        Stays(false),
        .. new[] { 0, 1, 2 }.Select(RegisterVectors),
        .. Enum.GetValues<BatchLanes>().Select(InferenceLanes),
        .. Enum.GetValues<BatchLanes>().Select(TrainingLanes),
        OnStack(true),
        OnStack(false),
        .. new[] { 8, 32 }.Select(Chunk),
        Compact(true),
        Compact(false),
        .. Tiles.Select(Tile),
        .. new[] { 2, 3 }.Select(Nest),
    ];

    public static IReadOnlyList<ForcedChoice> Pairs { get; } =
    [
        .. from order in Enum.GetValues<WeightOrder>() from unrolled in new[] { true, false } select ForcedChoice.Pair(Order(order), Unrolled(unrolled)),
        .. from order in Enum.GetValues<WeightOrder>() from lanes in Enum.GetValues<BatchLanes>() select ForcedChoice.Pair(Order(order), TrainingLanes(lanes)),
        ForcedChoice.Pair(Unrolled(true), Stays(false)),
        ForcedChoice.Pair(TrainingLanes(BatchLanes.Samples), Chunk(32)),
        ForcedChoice.Pair(InferenceLanes(BatchLanes.Samples), RegisterVectors(0)),
        ForcedChoice.Pair(InferenceLanes(BatchLanes.Outputs), RegisterVectors(0)),
        ForcedChoice.Pair(TrainingLanes(BatchLanes.Samples), OnStack(false)),
        .. from order in Enum.GetValues<WeightOrder>() select ForcedChoice.Pair(Order(order), Nest(2)),
        ForcedChoice.Pair(TrainingLanes(BatchLanes.Samples), Nest(2)),
    ];

    public static IEnumerable<ForcedChoice> All => Single.Concat(Pairs);

    /// <summary>Panels are impossible where a layer has no several whole ones; such layers stand by input.</summary>
    private static ForcedChoice Order(WeightOrder order) => new(
        $"{nameof(PlanChoices.Order)} {order}",
        choices => choices with { Order = order },
        plan => order == WeightOrder.InPanels
            ? Dots(plan).All(step => step.Dots.Order == (HasPanels(step) ? order : WeightOrder.ByInput))
            : Dots(plan).All(step => step.Dots.Order == order),
        plan => order != WeightOrder.InPanels || Dots(plan).Any(HasPanels));

    private static bool HasPanels(SampleDots step) => PlanBudget.PanelOf(step.Dots.Outputs) > 0;

    /// <summary>Impossible past what one method may hold, and where weights stand in panels.</summary>
    private static ForcedChoice Unrolled(bool value) => new(
        $"{nameof(PlanChoices.SampleIsUnrolled)} {value}",
        choices => choices with { SampleIsUnrolled = value },
        plan => Dots(plan).Any(step => step.IsUnrolled) == value,
        plan => !value || Dots(plan).Any(step => step.Dots.Order != WeightOrder.InPanels && step.Operations <= PlanBudget.UnrolledOperationsPerMethod));

    /// <summary>Impossible where every sum has fewer products; a loop of dot products has one chain for each.</summary>
    private static ForcedChoice Chains(int count) => new(
        $"{nameof(PlanChoices.SampleChains)} {count}",
        choices => choices with { SampleChains = count },
        plan => Dots(plan).Any(step => step.Dots.Chains == count),
        plan => Dots(plan).Any(step => count <= (step.Dots.Order != WeightOrder.ByOutput ? step.Dots.Inputs : step.IsUnrolled ? step.Dots.InputVectors(plan.LaneCount) : 1)));

    /// <summary>Impossible where no layer has outputs in so many lanes.</summary>
    private static ForcedChoice Block(int vectors) => new(
        $"{nameof(PlanChoices.SampleBlock)} {vectors}",
        choices => choices with { SampleBlock = vectors },
        plan => Dots(plan).Any(step => step.Dots.Order == WeightOrder.ByInput && step.Dots.BlockVectors == vectors),
        plan => Dots(plan).Any(step => step.Dots.Order == WeightOrder.ByInput && step.Dots.OutputVectors(plan.LaneCount) >= vectors));

    /// <summary>Sure to be possible where a first layer in line has outputs in lanes.</summary>
    private static ForcedChoice Broadcasts(bool value) => new(
        $"{nameof(PlanChoices.SampleBroadcastsRegisters)} {value}",
        choices => choices with { SampleBroadcastsRegisters = value },
        plan => Dots(plan).Any(step => step.BroadcastsRegisters) == value,
        plan => !value || (Dots(plan)[0].IsUnrolled && Dots(plan)[0].Dots.Order == WeightOrder.ByInput
            && Lanes.Vectors(plan.Model.InputSize, plan.LaneCount) <= SampleOrder.MostInputVectors));

    /// <summary>Sure to be possible where a last layer in line has few outputs in lanes.</summary>
    private static ForcedChoice Stays(bool value) => new(
        $"{nameof(PlanChoices.SampleStaysInRegisters)} {value}",
        choices => choices with { SampleStaysInRegisters = value },
        plan => plan.Sample!.Steps.Any(step => step.StaysInRegisters) == value,
        plan => !value || (Dots(plan)[^1].IsUnrolled && Dots(plan)[^1].Dots.Order == WeightOrder.ByInput
            && Lanes.Vectors(plan.Model.OutputSize, plan.LaneCount) <= PlanBudget.UnrolledRowVectors));

    private static ForcedChoice RegisterVectors(int vectors) => new(
        $"{nameof(PlanChoices.RegisterVectors)} {vectors}",
        choices => choices with { RegisterVectors = vectors },
        plan => (plan.Registers?.Vectors ?? 0) == vectors,
        plan => vectors == 0 || RegisterBatchPlan.IsPossible(SettingOf(plan), vectors));

    private static ForcedChoice InferenceLanes(BatchLanes lanes) => new(
        $"{nameof(PlanChoices.InferenceLanes)} {lanes}",
        choices => choices with { InferenceLanes = lanes },
        plan => plan.Inference.Lanes == lanes,
        plan => lanes == BatchLanes.Outputs || BatchChoice.IsPossible(SettingOf(plan)));

    private static ForcedChoice TrainingLanes(BatchLanes lanes) => new(
        $"{nameof(PlanChoices.TrainingLanes)} {lanes}",
        choices => choices with { TrainingLanes = lanes },
        plan => plan.Training.Lanes == lanes,
        plan => lanes == BatchLanes.Outputs || BatchChoice.IsPossible(SettingOf(plan)));

    /// <summary>Impossible past the stack that a call may take.</summary>
    public static ForcedChoice OnStack(bool value) => new(
        $"{nameof(PlanChoices.ScratchIsOnStack)} {value}",
        choices => choices with { ScratchIsOnStack = value },
        plan => Batches(plan).All(batch => batch.Scratch.IsOnStack == value),
        plan => !value || Batches(plan).All(batch => batch.Scratch.MayBeOnStack));

    /// <summary>Impossible where samples are in the lanes of longer vectors.</summary>
    public static ForcedChoice Chunk(int samples) => new(
        $"{nameof(PlanChoices.ChunkSamples)} {samples}",
        choices => choices with { ChunkSamples = samples },
        plan => Batches(plan).All(batch => batch.ChunkSamples == samples),
        plan => samples % plan.LaneCount == 0 || Batches(plan).All(batch => batch.Lanes == BatchLanes.Outputs));

    private static ForcedChoice Compact(bool value) => new(
        $"{nameof(PlanChoices.IsCompact)} {value}",
        choices => choices with { IsCompact = value },
        plan => Batches(plan).All(batch => batch.Lanes == BatchLanes.Outputs && batch.Products.All(product => product.Tile == CompactTile)) == value,
        _ => true);

    private static ForcedChoice Tile(TileShape tile) => new(
        $"{nameof(PlanChoices.Tile)} {tile}",
        choices => choices with { Tile = tile },
        plan => Batches(plan).All(batch => batch.Products.All(product => product.Tile == (batch.Lanes == BatchLanes.Outputs ? tile : new TileShape(tile.Rows, 2, 1, 2)))),
        _ => true);

    /// <summary>Impossible where no axis has a length that can be divided so.</summary>
    private static ForcedChoice Nest(int parts) => new(
        $"{nameof(PlanChoices.NestParts)} {parts}",
        choices => choices with { NestParts = parts },
        plan => Batches(plan).Any(batch => batch.Products.Any(product => product.Nest.Any() || product.Depth.Count > 1)),
        plan => plan.Model.Layers.Any(layer => layer.Inputs > parts && layer.Inputs % parts == 0));

    private static TileShape CompactTile => TileShape.For(ActiveWidth.Vectors, 1, streams: false, depth: 1, isCompact: true);

    public static BatchPlan[] Batches(NetworkPlan plan) => [plan.Inference, plan.Training];

    private static SampleDots[] Dots(NetworkPlan plan) => [.. plan.Sample!.Steps.Cast<SampleDots>()];

    private static OrderSetting SettingOf(NetworkPlan plan) => new(plan.Model, plan.Storage, plan.Width, PlanChoices.Own);
}
