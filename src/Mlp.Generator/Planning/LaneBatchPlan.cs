using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>A batch with samples in lanes: buffers hold a feature in a row, and inputs and outputs are transposed.</summary>
/// <param name="ChunkSamples">The most samples at a time, whole vectors of them.</param>
/// <param name="Scratch">Inputs, activations, errors and targets of a chunk.</param>
/// <param name="Forward">The layers in order.</param>
/// <param name="Backward">The layers from the last to the first; empty for inference.</param>
internal sealed record LaneBatchPlan(
    int ChunkSamples,
    ScratchPlan Scratch,
    EquatableArray<ForwardStep> Forward,
    EquatableArray<LaneBackwardStep> Backward) : BatchPlan(ChunkSamples, Scratch)
{
    public override IEnumerable<Contraction> Products => Forward.Select(step => step.Product)
        .Concat(Backward.Select(step => step.Error).OfType<Contraction>());
}
