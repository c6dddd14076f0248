namespace Mlp.Behaviour.Tests;

/// <summary>Samples to learn from; where there are labels, calls get them and the oracle the targets that they stand for.</summary>
internal sealed record Batch(float[] Inputs, float[] Targets, int[]? Labels = null);
