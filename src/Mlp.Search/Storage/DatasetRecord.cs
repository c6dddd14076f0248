using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>How much of a dataset is there, and for whom.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.DatasetRecord")]
internal sealed class DatasetRecord
{
    /// <summary>How many pages it has; 0 as long as some are missing.</summary>
    [Id(0)]
    public int Pages { get; set; }

    /// <summary>The searches that need it.</summary>
    [Id(1)]
    public string[] Searches { get; set; } = [];
}
