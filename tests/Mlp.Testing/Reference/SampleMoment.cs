namespace Mlp.Testing.Reference;

/// <summary>When and where a sample of a training meets a layer: what it drops there follows from nothing else.</summary>
/// <param name="Seed">The network's seed.</param>
/// <param name="Step">The steps taken before.</param>
/// <param name="Layer">The layer, counted from 0.</param>
/// <param name="Sample">The sample's place in its minibatch, counted from 0.</param>
public readonly record struct SampleMoment(ulong Seed, long Step, int Layer, int Sample);
