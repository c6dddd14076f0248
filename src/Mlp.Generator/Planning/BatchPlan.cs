using System.Collections.Generic;

namespace Mlp.Generator.Planning;

/// <summary>How many samples go through the layers together, in which scratch memory; its kinds say in which lanes.</summary>
/// <param name="ChunkSamples">The most samples at a time; a larger batch is a sequence of chunks.</param>
/// <param name="Scratch">The memory of a chunk.</param>
internal abstract record BatchPlan(int ChunkSamples, ScratchPlan Scratch)
{
    /// <summary>All tiled matrix products, forward and back.</summary>
    public abstract IEnumerable<Contraction> Products { get; }
}
