using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>How many samples go through the layers together, in which lanes, in which scratch memory.</summary>
/// <param name="Lanes">What fills the lanes.</param>
/// <param name="ChunkSamples">The most samples at a time; a larger batch is a sequence of chunks. Whole vectors of them where they fill the lanes.</param>
/// <param name="Scratch">The memory of a chunk.</param>
/// <param name="Prepare">What a call does once, before its chunks.</param>
/// <param name="Draws">What is drawn before a chunk goes forward.</param>
/// <param name="Forward">The layers in order.</param>
/// <param name="Backward">The layers from the last to the first; empty for inference.</param>
internal sealed record BatchPlan(
    BatchLanes Lanes,
    int ChunkSamples,
    ScratchPlan Scratch,
    EquatableArray<Step> Prepare,
    EquatableArray<DrawStep> Draws,
    EquatableArray<LayerSteps> Forward,
    EquatableArray<LayerSteps> Backward)
{
    /// <summary>Whether another batch has the same way forward, in the same places up to targets: what the way back needs is kept there too.</summary>
    /// <param name="other">The other one.</param>
    public bool GoesForwardLike(BatchPlan other) => other.Lanes == Lanes
        && other.ChunkSamples == ChunkSamples
        && other.Prepare.Equals(Prepare)
        && other.Forward.Equals(Forward)
        && LossBuffers.SequenceEqual(other.LossBuffers);

    /// <summary>Whether a layer goes over planes.</summary>
    public bool HasPlanes => Forward.SelectMany(layer => layer.Steps).OfType<PlaneCopyStep>().Any();

    private IEnumerable<BufferPlan> LossBuffers => Scratch.Buffers.Where(buffer => buffer.Key.Role is BufferRole.Outputs or BufferRole.Targets);

    /// <summary>All tiled matrix products, forward and back.</summary>
    public IEnumerable<Contraction> Products =>
        Forward.Concat(Backward).SelectMany(layer => layer.Steps).OfType<ProductStep>().Select(step => step.Product);
}
