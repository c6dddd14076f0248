namespace Mlp.Generator.Parsing.Layers;

/// <summary>A pool of largest values as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Window">How it goes over a sample.</param>
internal sealed record DeclaredMaxPool(LayerPlace Place, DeclaredWindow Window) : DeclaredPool(Place, Window);
