namespace Mlp.Generator.Parsing.Layers;

/// <summary>Bounds of values, as they are written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Low">The least value; null where nothing was written yet.</param>
/// <param name="High">The greatest value.</param>
internal sealed record DeclaredClip(LayerPlace Place, double? Low, double? High) : DeclaredLayer(Place);
