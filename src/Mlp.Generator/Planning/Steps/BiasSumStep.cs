using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>The sum of δ over the samples, added onto biases or their gradient.</summary>
/// <param name="Deltas">δ.</param>
/// <param name="Result">The biases or their gradient.</param>
/// <param name="Outputs">The biases.</param>
/// <param name="Stride">Floats between the rows of δ: of samples, or of outputs where samples are in lanes.</param>
internal sealed record BiasSumStep(Place Deltas, Place Result, int Outputs, int Stride) : Step;
