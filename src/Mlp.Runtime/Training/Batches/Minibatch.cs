using System;

namespace Mlp.Training;

/// <summary>Some samples of an epoch, row-major; valid until the next ones are read into the same place.</summary>
internal readonly ref struct Minibatch
{
    /// <summary>n × features values.</summary>
    internal required ReadOnlySpan<float> Inputs { get; init; }

    /// <summary>n × outputs values; empty where there are labels.</summary>
    internal ReadOnlySpan<float> Targets { get; init; }

    /// <summary>n classes, for a network that learns from them; else empty.</summary>
    internal ReadOnlySpan<int> Labels { get; init; }

    /// <summary>n weights; empty where all samples count alike.</summary>
    internal ReadOnlySpan<float> Weights { get; init; }
}
