using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>A matrix product.</summary>
/// <param name="Product">The product. Equal ones share a method.</param>
/// <param name="Layer">The layer, counted from 1, by which a method that it is the first to need is named.</param>
/// <param name="Left">The operand that is broadcast.</param>
/// <param name="Right">The operand that fills the lanes.</param>
/// <param name="Biases">What the sums start from, where that is biases; else null.</param>
/// <param name="Result">Where the sums are stored.</param>
/// <param name="Slopes">What derivatives are had from that the sums are multiplied by; null for no factor.</param>
internal sealed record ProductStep(Contraction Product, int Layer, Place Left, Place Right, Place? Biases, Place Result, Place? Slopes = null) : Step;
