namespace Mlp.Generator.Planning.Steps;

/// <summary>
/// Σ δ hᵀ with samples in lanes: a dot product over the samples for each weight, neighbours in the destination reduced across
/// lanes together. Two equal ones share one emitted method.
/// </summary>
/// <param name="Outputs">The layer's outputs: rows of δ.</param>
/// <param name="Inputs">The layer's inputs: rows of h.</param>
/// <param name="Stride">Floats from one row of a buffer to the next.</param>
/// <param name="OutputStride">Floats between the destination's weights of neighbouring outputs.</param>
/// <param name="InputStride">Floats between the destination's weights of neighbouring inputs.</param>
/// <param name="Along">Sums held at a time in the direction whose neighbours do not stand side by side.</param>
/// <param name="Together">Neighbours that are reduced across lanes together.</param>
internal sealed record LaneDot(int Outputs, int Inputs, int Stride, int OutputStride, int InputStride, int Along, int Together)
{
    /// <summary>Whether neighbouring inputs stand side by side in the destination; else neighbouring outputs do.</summary>
    public bool InputsTogether => InputStride == 1;

    /// <summary>How the direction is gone through whose neighbours do not stand side by side.</summary>
    public Split Rows => Split.OfSteps(InputsTogether ? Outputs : Inputs, Along);

    /// <summary>How the other one is.</summary>
    public Split Neighbours => Split.OfSteps(InputsTogether ? Inputs : Outputs, Together);
}
