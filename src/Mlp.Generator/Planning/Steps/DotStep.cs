using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>Σ δ hᵀ with samples in lanes, added onto weights or their gradient.</summary>
/// <param name="Dot">The dot products. Equal ones share a method.</param>
/// <param name="Layer">The layer, counted from 1, by which a method that it is the first to need is named.</param>
/// <param name="Deltas">δ.</param>
/// <param name="Inputs">h.</param>
/// <param name="Result">The weights or their gradient.</param>
internal sealed record DotStep(LaneDot Dot, int Layer, Place Deltas, Place Inputs, Place Result) : Step;
