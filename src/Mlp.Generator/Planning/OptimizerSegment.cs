namespace Mlp.Generator.Planning;

/// <summary>A piece of a network's storage, whole cache lines of it, that an optimizer treats alike.</summary>
/// <param name="Start">The first float.</param>
/// <param name="End">The float after the last.</param>
/// <param name="IsRegularized">Whether its parameters are drawn towards zero: weights are, biases are not.</param>
internal sealed record OptimizerSegment(int Start, int End, bool IsRegularized);
