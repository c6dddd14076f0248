using System.Threading.Tasks;
using Orleans;

namespace Mlp.Searching.Grains;

/// <summary>Which searches are under way in a cluster: hosts look here for work.</summary>
[Alias("Mlp.Searching.ISearchBoardGrain")]
internal interface ISearchBoardGrain : IGrainWithIntegerKey
{
    /// <summary>The names of the searches that are under way.</summary>
    [Alias("Names")]
    Task<string[]> Names();

    /// <summary>A search has begun, or goes on.</summary>
    [Alias("Add")]
    Task Add(string name);

    /// <summary>A search has ended, or waits.</summary>
    [Alias("Remove")]
    Task Remove(string name);
}
