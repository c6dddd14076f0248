namespace Mlp.Generator.Parsing.Layers;

/// <summary>A pool of means as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Window">How it goes over a sample.</param>
internal sealed record DeclaredAveragePool(LayerPlace Place, DeclaredWindow Window) : DeclaredPool(Place, Window);
