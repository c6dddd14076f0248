using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>A scaler that is compiled in, as it is written.</summary>
/// <param name="Place">See <see cref="DeclaredLayer"/>.</param>
/// <param name="Scales">What values are multiplied by; null where nothing was written yet.</param>
/// <param name="Offsets">What is added afterwards.</param>
internal sealed record DeclaredAffine(LayerPlace Place, EquatableArray<double>? Scales, EquatableArray<double>? Offsets) : DeclaredLayer(Place);
