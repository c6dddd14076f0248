using System.Linq;
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

    /// <summary>The same, and a search needs it too that does not yet.</summary>
    internal DatasetRecord With(string search) => new() { Pages = Pages, Searches = [.. Searches, search] };

    /// <summary>The same for the others; for none it is to go.</summary>
    internal DatasetRecord Without(string search) => new() { Pages = Pages, Searches = [.. Searches.Where(other => other != search)] };
}
