namespace Mlp.Generator.Emission;

/// <summary>The sum of δ over the samples, added onto biases or their gradient.</summary>
/// <param name="Columns">The layer's outputs.</param>
/// <param name="Stride">Floats between rows of δ.</param>
internal sealed record BiasSum(int Columns, int Stride);
