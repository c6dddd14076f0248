using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>What one layer hands to the next: where it stands, and what its error is multiplied by on the way back.</summary>
/// <param name="Values">Where the values stand.</param>
/// <param name="Stride">Floats from a sample's values to the next one's; with samples in lanes, from a value's row to the next.</param>
/// <param name="IsExact">Whether nothing but the next sample follows a sample's values: there is no padding.</param>
/// <param name="Activation">The activation that the values have gone through.</param>
/// <param name="Slopes">What its derivative is had from: the values, or derivatives stored beside them.</param>
/// <param name="Planes">How they stand as planes; null where they are rows.</param>
internal sealed record Signal(Place Values, int Stride, bool IsExact, ActivationModel Activation, Place Slopes, PlaneLayout? Planes = null);
