using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>scale · x + offset over planes.</summary>
/// <param name="From">x.</param>
/// <param name="FromStride">Floats from a line of a channel to that of the next.</param>
/// <param name="To">What receives the results.</param>
/// <param name="Layout">How they stand.</param>
/// <param name="Scales">One for all channels, or one for each.</param>
/// <param name="Offsets">As many; none where they are 0.</param>
internal sealed record AffineStep(Place From, int FromStride, Place To, PlaneLayout Layout, EquatableArray<double> Scales, EquatableArray<double> Offsets) : Step;
