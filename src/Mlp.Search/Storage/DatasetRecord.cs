using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>A dataset that is there as a whole.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.DatasetRecord")]
internal sealed class DatasetRecord
{
    /// <summary>How many pages it has; 0 as long as some are missing.</summary>
    [Id(0)]
    public int Pages { get; set; }
}
