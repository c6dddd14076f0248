namespace Mlp.Samples;

/// <summary>What somebody changes between two generations, beside evolution.</summary>
/// <param name="Creatures">The number of creatures from then on; null where it stays.</param>
/// <param name="Newcomer">The parameters of a brain that some of the creatures get; null for none.</param>
internal sealed record Intervention(int? Creatures = null, float[]? Newcomer = null);
