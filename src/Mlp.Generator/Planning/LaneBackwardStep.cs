namespace Mlp.Generator.Planning;

/// <summary>One layer of the backward pass with samples in lanes.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Deltas">The buffer of this layer's δ.</param>
/// <param name="Source">The buffer of the layer's inputs.</param>
/// <param name="Update">δ hᵀ added onto the stored weights, or onto a gradient laid out like them.</param>
/// <param name="Error">The product that makes the δ of the layer below; null for the first layer.</param>
/// <param name="Errors">The buffer of the δ of the layer below; empty for the first layer.</param>
/// <param name="SlopeSource">The buffer the derivative of the layer below is had from.</param>
internal sealed record LaneBackwardStep(
    int Layer,
    string Deltas,
    string Source,
    LaneDot Update,
    Contraction? Error,
    string Errors,
    string SlopeSource);
