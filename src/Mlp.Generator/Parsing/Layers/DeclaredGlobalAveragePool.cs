namespace Mlp.Generator.Parsing.Layers;

/// <summary>As it is written: the mean over all positions.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
internal sealed record DeclaredGlobalAveragePool(LayerPlace Place) : DeclaredLayer(Place);
