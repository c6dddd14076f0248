using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning;

/// <summary>
/// Choices that are not left to the planners: tests force them one by one, so that no kernel waits for a cost model to be
/// tried. What is null is the planners' own; the product forces nothing. Where a choice is impossible, because a limit
/// stands against it and no cost, the planners keep to their own.
/// </summary>
internal sealed record PlanChoices
{
    /// <summary>Every choice is the planners'.</summary>
    public static PlanChoices Own { get; } = new();

    /// <summary>
    /// No choice, but what a deterministic network asks for: every sum is made in one order, bias first, then one product after another. There are no
    /// chains then, and no sums across lanes.
    /// </summary>
    internal bool SumsInOrder { get; init; }

    /// <summary>What is forced, and what the network asks for.</summary>
    /// <param name="isDeterministic">Whether the network is deterministic.</param>
    /// <param name="forced">What is forced; null for nothing.</param>
    public static PlanChoices For(bool isDeterministic, PlanChoices? forced = null) => (forced ?? Own) with { SumsInOrder = isDeterministic };

    /// <summary>How the weights of all layers stand in storage; the same for every width.</summary>
    public WeightOrder? Order { get; init; }

    /// <summary>One sample: whether layers are written out in line.</summary>
    public bool? SampleIsUnrolled { get; init; }

    /// <summary>One sample: the sums that each result is split into.</summary>
    public int? SampleChains { get; init; }

    /// <summary>One sample with outputs in lanes: the vectors of outputs summed at a time.</summary>
    public int? SampleBlock { get; init; }

    /// <summary>One sample with outputs in lanes: whether inputs are broadcast from vectors in registers.</summary>
    public bool? SampleBroadcastsRegisters { get; init; }

    /// <summary>One sample: whether activations stay in registers wherever the next step can take them from there.</summary>
    public bool? SampleStaysInRegisters { get; init; }

    /// <summary>Predictions of a batch: the vectors of samples that go through registers together, 0 for none.</summary>
    public int? RegisterVectors { get; init; }

    /// <summary>What fills the lanes where a batch goes forward only.</summary>
    public BatchLanes? InferenceLanes { get; init; }

    /// <summary>What fills the lanes where a batch is trained on.</summary>
    public BatchLanes? TrainingLanes { get; init; }

    /// <summary>Whether the scratch memory of a batch is on the stack; else it is native.</summary>
    public bool? ScratchIsOnStack { get; init; }

    /// <summary>The most samples that go through the layers together.</summary>
    public int? ChunkSamples { get; init; }

    /// <summary>Whether tiles are small and nothing is unrolled, as for networks of many different layers.</summary>
    public bool? IsCompact { get; init; }

    /// <summary>The length of an outer axis that the axes of all products are divided into, where their own length allows it.</summary>
    public int? NestParts { get; init; }

    /// <summary>The tiles of all matrix products; with samples in lanes their rows alone, for columns go in pairs there.</summary>
    public TileShape? Tile { get; init; }
}
