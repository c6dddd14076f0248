using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>min(max(x, low), high) over planes, or the error of x.</summary>
/// <param name="Inputs">x.</param>
/// <param name="InputLayout">How x stands, and its error.</param>
/// <param name="Outputs">What receives the results; on the way back, the error of what left.</param>
/// <param name="OutputLayout">How that stands.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
/// <param name="Errors">Back: what receives the error of x; null for the way forward.</param>
internal sealed record ClipStep(
    Place Inputs, PlaneLayout InputLayout, Place Outputs, PlaneLayout OutputLayout, double Low, double High, Place? Errors = null) : Step;
