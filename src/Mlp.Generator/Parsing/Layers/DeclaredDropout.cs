namespace Mlp.Generator.Parsing.Layers;

/// <summary>A layer that drops values, as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Probability">The probability of being dropped; null where nothing was written yet.</param>
internal sealed record DeclaredDropout(LayerPlace Place, double? Probability) : DeclaredLayer(Place);
