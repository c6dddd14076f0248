using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning;

/// <summary>How a training step becomes one of its optimizer.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="StepsInPlace">
/// Whether a batch of one chunk may be added onto the parameters themselves: where a step is a multiple of the gradient.
/// </param>
/// <param name="Segments">The storage, in pieces that are treated alike.</param>
internal sealed record OptimizerPlan(OptimizerModel Optimizer, bool StepsInPlace, EquatableArray<OptimizerSegment> Segments)
{
    /// <summary>Whether the size of a step depends on how many there have been.</summary>
    public bool CountsSteps => Optimizer.Kind is OptimizerKind.Adam or OptimizerKind.AdamW;

    public static OptimizerPlan For(OptimizerModel optimizer, StoragePlan storage)
    {
        bool inPlace = optimizer.Kind == OptimizerKind.SGD && !optimizer.Regularizes;
        OptimizerSegment[] segments = optimizer.Regularizes ? [.. SegmentsOf(storage)] : [new OptimizerSegment(0, storage.Length, false)];
        return new OptimizerPlan(optimizer, inPlace, segments.ToEquatableArray());
    }

    private static IEnumerable<OptimizerSegment> SegmentsOf(StoragePlan storage) =>
        storage.Tensors.Select(stored => new OptimizerSegment(stored.Offset, stored.End, stored.Tensor.IsWeight));
}
