namespace Mlp.Generator.Planning;

/// <summary>One layer of the backward pass: the error handed to the layer below, then this layer's update.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Deltas">The buffer of this layer's δ.</param>
/// <param name="Source">The buffer of the layer's inputs; empty for the caller's own.</param>
/// <param name="Update">δ hᵀ added onto the stored weights, or onto a gradient laid out like them.</param>
/// <param name="Error">The product that makes the δ of the layer below; null for the first layer, whose input error nobody asks for.</param>
/// <param name="Errors">The buffer of the δ of the layer below; empty for the first layer.</param>
/// <param name="TransposedWeights">The buffer that holds the weights by output, where they are stored by input; else empty.</param>
/// <param name="SlopeSource">The buffer the derivative of the layer below is had from: its outputs, or its stored slopes.</param>
internal sealed record BackwardStep(
    int Layer,
    string Deltas,
    string Source,
    Contraction Update,
    Contraction? Error,
    string Errors,
    string TransposedWeights,
    string SlopeSource);
