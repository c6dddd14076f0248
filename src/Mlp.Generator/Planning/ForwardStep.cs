using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>One layer of a batch's forward pass.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Product">The matrix product.</param>
/// <param name="Source">The buffer of the layer's inputs; empty for the caller's own.</param>
/// <param name="Destination">The buffer of the layer's outputs.</param>
/// <param name="TransposedWeights">The buffer that holds the weights by input, where they are stored by output; else empty.</param>
/// <param name="Pass">The activation applied in a pass of its own; Identity where the tile has applied it, or the output stage will.</param>
/// <param name="Slopes">The buffer that receives the activation's derivative; empty where none is stored.</param>
internal sealed record ForwardStep(
    int Layer,
    Contraction Product,
    string Source,
    string Destination,
    string TransposedWeights,
    ActivationKind Pass,
    string Slopes);
