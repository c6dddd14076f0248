namespace Mlp.Generator.Parsing.Layers;

/// <summary>As it is written: a layer that forgets the shape.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
internal sealed record DeclaredFlatten(LayerPlace Place) : DeclaredLayer(Place);
