namespace Mlp.Benchmarks.Peers;

/// <summary>Milliseconds until a network's first result in a fresh process.</summary>
/// <param name="Shape">The network's shape.</param>
/// <param name="Inside">Construction and first Forward, by the process's own clock.</param>
/// <param name="Whole">The whole process over an empty program.</param>
internal sealed record FirstCallTime(string Shape, double Inside, double Whole);
