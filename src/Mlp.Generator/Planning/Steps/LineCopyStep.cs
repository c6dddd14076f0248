using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>Lines copied from planes to planes, of each every so many-th column.</summary>
/// <param name="From">The first float that is copied.</param>
/// <param name="FromStride">Floats between its lines.</param>
/// <param name="To">Where it goes.</param>
/// <param name="ToStride">Floats between lines there.</param>
/// <param name="Rows">The lines.</param>
/// <param name="Columns">The floats of a line that are copied.</param>
/// <param name="Step">Floats from one that is copied to the next.</param>
internal sealed record LineCopyStep(Place From, int FromStride, Place To, int ToStride, int Rows, int Columns, int Step = 1) : Step;
