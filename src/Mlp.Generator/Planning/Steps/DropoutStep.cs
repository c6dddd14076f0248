using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>m ⊙ x, and the same on the way back: 0 where m is 0, whatever x is.</summary>
/// <param name="From">x.</param>
/// <param name="FromStride">Floats between its rows: of samples, or of the lines of channels.</param>
/// <param name="Factors">m.</param>
/// <param name="FactorStride">Floats between its rows.</param>
/// <param name="To">What receives the products.</param>
/// <param name="ToStride">Floats between its rows.</param>
/// <param name="Layout">How the values stand.</param>
internal sealed record DropoutStep(Place From, int FromStride, Place Factors, int FactorStride, Place To, int ToStride, ElementLayout Layout) : Step;
