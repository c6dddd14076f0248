namespace Mlp.Generator.Parsing.Layers;

/// <summary>A pool as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Window">How it goes over a sample.</param>
internal abstract record DeclaredPool(LayerPlace Place, DeclaredWindow Window) : DeclaredLayer(Place);
