using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>The error δ of some values.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Stride">Floats from a sample's errors to the next one's; with samples in lanes, from a row to the next.</param>
/// <param name="Planes">How it stands as planes; null where it is rows.</param>
internal sealed record Deltas(Place Place, int Stride, PlaneLayout? Planes = null);
