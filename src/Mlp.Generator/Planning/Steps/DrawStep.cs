using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>Draws what the samples of a chunk drop in a layer: factors of 0, or of 1 / (1 − p).</summary>
/// <param name="Layer">The layer, counted from 0, as masks are drawn for it.</param>
/// <param name="Probability">p.</param>
/// <param name="Factors">What receives the factors.</param>
/// <param name="Stride">Floats between its rows: of samples, or of the lines of channels.</param>
/// <param name="Layout">How the values stand.</param>
internal sealed record DrawStep(int Layer, double Probability, Place Factors, int Stride, ElementLayout Layout) : Step;
