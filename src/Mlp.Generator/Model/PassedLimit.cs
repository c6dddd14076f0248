namespace Mlp.Generator.Model;

/// <summary>What <see cref="KernelLimits"/> count.</summary>
internal enum LimitKind
{
    LayerSize,
    PaddedSize,
    Layers,
    Parameters,
    DifferentLayers,

    /// <summary>Not a number: a kind of layer that a deterministic network has no kernels of.</summary>
    DeterministicKind,
}

/// <summary>A limit of kernels that a network is past.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Most">The limit.</param>
/// <param name="Found">What the network has.</param>
/// <param name="Size">The first layer size that is past it, counted from 0; null where it is the network as a whole.</param>
internal sealed record PassedLimit(LimitKind Kind, int Most, long Found, int? Size)
{
    /// <summary>The kind of layer that stands against kernels; null where a number does.</summary>
    public string? LayerKind { get; init; }
}
