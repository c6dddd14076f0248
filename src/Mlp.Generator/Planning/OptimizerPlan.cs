using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning;

/// <summary>How a training step becomes one of its optimizer.</summary>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="StepsInPlace">
/// Whether a batch of one chunk may be added onto the parameters themselves: where a step is a multiple of the gradient.
/// </param>
/// <param name="Turns">
/// Where weights end in storage, which are drawn to zero, and biases, which are not, in turn and the weights first; none where nothing
/// is drawn.
/// </param>
internal sealed record OptimizerPlan(OptimizerModel Optimizer, bool StepsInPlace, EquatableArray<int> Turns)
{
    /// <summary>Whether the size of a step depends on how many there have been.</summary>
    public bool CountsSteps => Optimizer.Kind is OptimizerKind.Adam or OptimizerKind.AdamW;

    /// <param name="optimizer">The optimizer.</param>
    /// <param name="storage">Where parameters stand.</param>
    /// <param name="isDeterministic">Whether a step must not depend on how many samples a chunk has: the interpreter's has one.</param>
    public static OptimizerPlan For(OptimizerModel optimizer, StoragePlan storage, bool isDeterministic)
    {
        bool inPlace = optimizer.Kind == OptimizerKind.SGD && !optimizer.Regularizes && !isDeterministic;
        int[] turns = optimizer.Regularizes ? [.. TurnsOf(storage)] : [];
        return new OptimizerPlan(optimizer, inPlace, turns.ToEquatableArray());
    }

    private static IEnumerable<int> TurnsOf(StoragePlan storage)
    {
        bool isWeight = true;
        foreach (TensorStorage stored in storage.Tensors)
        {
            if (stored.Tensor.IsWeight != isWeight)
            {
                yield return stored.Offset;
                isWeight = !isWeight;
            }
        }

        yield return storage.Length;
    }
}
