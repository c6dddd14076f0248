using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>Zeros behind each line of planes again, where whole vectors were written.</summary>
/// <param name="Planes">The first float of the planes that is a sample.</param>
/// <param name="Layout">How they stand.</param>
internal sealed record BorderStep(Place Planes, PlaneLayout Layout) : Step;
