using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>Rows of samples, channels last, to planes; lanes without a sample become zero. Or planes to rows.</summary>
/// <param name="Rows">The first sample's row.</param>
/// <param name="Stride">Floats from a row to the next.</param>
/// <param name="Planes">The first float of the planes that is a sample.</param>
/// <param name="Layout">How the planes stand.</param>
/// <param name="ToPlanes">Which way.</param>
internal sealed record PlaneCopyStep(Place Rows, int Stride, Place Planes, PlaneLayout Layout, bool ToPlanes) : Step;
