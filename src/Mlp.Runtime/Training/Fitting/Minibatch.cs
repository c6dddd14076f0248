using System;

namespace Mlp.Training;

/// <summary>Some samples of an epoch, row-major; valid until the next ones are read into the same place.</summary>
/// <param name="inputs">n × features values.</param>
/// <param name="targets">n × outputs values.</param>
/// <param name="weights">n weights; empty where all samples count alike.</param>
internal readonly ref struct Minibatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
{
    internal ReadOnlySpan<float> Inputs { get; } = inputs;

    internal ReadOnlySpan<float> Targets { get; } = targets;

    internal ReadOnlySpan<float> Weights { get; } = weights;
}
