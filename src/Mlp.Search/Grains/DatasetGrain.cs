using System;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Orleans;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>Keeps the pages of a dataset in the storage, and none in memory: each host asks for them once.</summary>
[PreferLocalPlacement]
internal sealed class DatasetGrain : Grain, IDatasetGrain
{
    private const string Whole = "dataset";
    private readonly GrainRows _rows;

    /// <summary>A dataset by its hash.</summary>
    public DatasetGrain([FromKeyedServices(GrainRows.StorageName)] IGrainStorage storage, IGrainContext context) => _rows = new GrainRows(storage, context.GrainId);

    /// <inheritdoc/>
    public async Task<int> CountPages() => (await _rows.Read<DatasetRecord>(Whole)).State.Pages;

    /// <inheritdoc/>
    public async Task<byte[]> ReadPage(int page) => (await _rows.Read<DatasetPage>(NameOf(page))).State.Bytes;

    /// <inheritdoc/>
    public Task WritePage(int page, byte[] bytes) => _rows.Overwrite(NameOf(page), new DatasetPage { Bytes = bytes });

    /// <inheritdoc/>
    public Task Complete(int pages) => _rows.Overwrite(Whole, new DatasetRecord { Pages = pages });

    private static string NameOf(int page) => FormattableString.Invariant($"page.{page}");
}
