using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>How many samples go through the layers together, in which steps, in which scratch memory.</summary>
/// <param name="ChunkSamples">The most samples at a time; a larger batch is a sequence of chunks.</param>
/// <param name="Scratch">Activations, errors and transposed weights of a chunk.</param>
/// <param name="Forward">The layers in order.</param>
/// <param name="Backward">The layers from the last to the first; empty for inference.</param>
internal sealed record BatchPlan(
    int ChunkSamples,
    ScratchPlan Scratch,
    EquatableArray<ForwardStep> Forward,
    EquatableArray<BackwardStep> Backward);
