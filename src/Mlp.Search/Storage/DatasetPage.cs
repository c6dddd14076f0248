using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>Some bytes of a dataset.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.DatasetPage")]
internal sealed class DatasetPage
{
    /// <summary>The bytes.</summary>
    [Id(0)]
    public byte[] Bytes { get; set; } = [];
}
