using System;

namespace Mlp.Benchmarks.Peers;

/// <summary>One way to solve a problem in this process.</summary>
/// <param name="How">Its name.</param>
/// <param name="Run">One pass over the problem.</param>
/// <param name="Result">The result of a first pass.</param>
internal sealed record Way(string How, Action Run, float[] Result);
