using System;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>Keeps the pages of a dataset in the storage, and none in memory: each host asks for them once.</summary>
[PreferLocalPlacement]
internal sealed class DatasetGrain([FromKeyedServices(GrainRows.StorageName)] IGrainStorage storage, IGrainContext context) : RowGrain(storage, context), IDatasetGrain
{
    private const string Whole = "dataset";

    /// <inheritdoc/>
    public async Task<int> CountPages() => (await Rows.Read<DatasetRecord>(Whole)).State.Pages;

    /// <inheritdoc/>
    public async Task<byte[]> ReadPage(int page) => (await Rows.Read<DatasetPage>(NameOf(page))).State.Bytes;

    /// <inheritdoc/>
    public Task WritePage(int page, byte[] bytes) => Rows.Overwrite(NameOf(page), new DatasetPage { Bytes = bytes });

    /// <inheritdoc/>
    public Task Complete(int pages) => Rows.Overwrite(Whole, new DatasetRecord { Pages = pages });

    private static string NameOf(int page) => FormattableString.Invariant($"page.{page}");
}
