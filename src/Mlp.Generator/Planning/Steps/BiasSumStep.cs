using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>The sum of δ over the samples, added onto biases or their gradient.</summary>
/// <param name="Sum">The sum. Equal ones share a method.</param>
/// <param name="Layer">The layer, counted from 1, by which a method that it is the first to need is named.</param>
/// <param name="Deltas">δ.</param>
/// <param name="Result">The biases or their gradient.</param>
internal sealed record BiasSumStep(BiasSum Sum, int Layer, Place Deltas, Place Result) : Step;

/// <summary>What a sum of δ is made of; its kinds say what fills the lanes.</summary>
internal abstract record BiasSum
{
    /// <summary>Outputs in lanes.</summary>
    /// <param name="Row">The outputs.</param>
    /// <param name="Stride">Floats between the samples' rows of δ.</param>
    internal sealed record OfRows(RowPlan Row, int Stride) : BiasSum;

    /// <summary>Samples in lanes.</summary>
    /// <param name="Outputs">How the outputs are gone through.</param>
    /// <param name="Stride">Floats between the outputs' rows of δ.</param>
    internal sealed record OfLanes(Split Outputs, int Stride) : BiasSum;
}
