using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>The weights of a trial that may be among the best.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.KeptWeights")]
internal sealed class KeptWeights
{
    /// <summary>A file of weights, as safetensors; none where they are not kept any more.</summary>
    [Id(0)]
    public byte[]? File { get; set; }
}
