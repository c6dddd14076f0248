using System.Threading.Tasks;
using Orleans;
using Orleans.Concurrency;

namespace Mlp.Searching.Grains;

/// <summary>A dataset by the hash of its content, in pages.</summary>
[Alias("Mlp.Searching.IDatasetGrain")]
internal interface IDatasetGrain : IGrainWithStringKey
{
    /// <summary>How many pages it has; 0 as long as it is not there as a whole.</summary>
    [Alias("CountPages")]
    Task<int> CountPages();

    /// <summary>The bytes of a page.</summary>
    [Alias("ReadPage")]
    [AlwaysInterleave]
    Task<byte[]> ReadPage(int page);

    /// <summary>Keeps a page.</summary>
    [Alias("WritePage")]
    Task WritePage(int page, [Immutable] byte[] bytes);

    /// <summary>All pages are there.</summary>
    [Alias("Complete")]
    Task Complete(int pages);

    /// <summary>A search needs it.</summary>
    /// <returns>Whether it is there as a whole.</returns>
    [Alias("Hold")]
    Task<bool> Hold(string search);

    /// <summary>A search does not need it any more. When none does, it goes.</summary>
    [Alias("Release")]
    Task Release(string search);
}
