using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>A batch with samples in rows: outputs fill the lanes, and the rows of a tile are samples.</summary>
/// <param name="ChunkSamples">The most samples at a time.</param>
/// <param name="Scratch">Activations, errors and transposed weights of a chunk.</param>
/// <param name="Forward">The layers in order.</param>
/// <param name="Backward">The layers from the last to the first; empty for inference.</param>
internal sealed record RowBatchPlan(
    int ChunkSamples,
    ScratchPlan Scratch,
    EquatableArray<ForwardStep> Forward,
    EquatableArray<BackwardStep> Backward) : BatchPlan(ChunkSamples, Scratch)
{
    public override IEnumerable<Contraction> Products => Forward.Select(step => step.Product)
        .Concat(Backward.SelectMany(step => new[] { step.Update, step.Error }).OfType<Contraction>());
}
