using System.Linq;
using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>Which searches are under way.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.BoardRecord")]
internal sealed class BoardRecord
{
    /// <summary>Their names, in the order in which they began.</summary>
    [Id(0)]
    public string[] Names { get; set; } = [];

    /// <summary>The same without a search.</summary>
    internal BoardRecord Without(string name) => new() { Names = [.. Names.Where(known => known != name)] };
}
