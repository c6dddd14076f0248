using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>How many networks of one shape are computed together, each with parameters of its own: block after block of agents.</summary>
/// <param name="Block">The way of a block through the layers: its samples are agents.</param>
/// <param name="Storage">Where the parameters of a block stand.</param>
/// <param name="Rows">Where the logits stand in rows for a softmax that adds up across lanes, as that of a batch does; null where it need not.</param>
internal sealed record PopulationPlan(BatchPlan Block, StoragePlan Storage, BufferPlan? Rows)
{
    /// <summary>Floats from one block of agents to the next.</summary>
    public int BlockFloats => Storage.Length;
}
