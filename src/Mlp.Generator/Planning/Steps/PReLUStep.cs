using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>max(x, 0) + a ⊙ min(x, 0), or its way back: the error of x, and the gradient of a.</summary>
/// <param name="Inputs">x.</param>
/// <param name="InputStride">Floats between the rows of x, and of its error: of samples, or of the lines of channels.</param>
/// <param name="Slopes">a.</param>
/// <param name="Results">What receives the results; on the way back the error of them, which is there.</param>
/// <param name="ResultStride">Floats between its rows.</param>
/// <param name="Size">The lines of values.</param>
/// <param name="Errors">What receives the error of x; null on the way forward.</param>
/// <param name="Gradient">What the gradient of a is added onto.</param>
internal sealed record PReLUStep(
    Place Inputs, int InputStride, Place Slopes, Place Results, int ResultStride, PReLUSize Size, Place? Errors = null, Place? Gradient = null) : Step;
