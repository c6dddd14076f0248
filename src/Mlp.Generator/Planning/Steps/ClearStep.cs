using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>Zeros in a region of scratch memory.</summary>
/// <param name="Buffer">The region.</param>
internal sealed record ClearStep(BufferPlan Buffer) : Step;
