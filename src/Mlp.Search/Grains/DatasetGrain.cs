using System;
using System.Linq;
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
    private const string Whole = RowNames.Dataset;

    /// <inheritdoc/>
    public async Task<int> CountPages() => (await Rows.Read<DatasetRecord>(Whole)).State.Pages;

    /// <inheritdoc/>
    public async Task<byte[]> ReadPage(int page) => (await Rows.Read<DatasetPage>(NameOf(page))).State.Bytes;

    /// <inheritdoc/>
    public Task WritePage(int page, byte[] bytes) => Rows.Overwrite(NameOf(page), new DatasetPage { Bytes = bytes });

    /// <inheritdoc/>
    public async Task Complete(int pages)
    {
        GrainRow<DatasetRecord> row = await Rows.Read<DatasetRecord>(Whole);
        row.State = new DatasetRecord { Pages = pages, Searches = row.State.Searches };
        await Rows.Write(Whole, row);
    }

    /// <inheritdoc/>
    public async Task<bool> Hold(string search)
    {
        GrainRow<DatasetRecord> row = await Rows.Read<DatasetRecord>(Whole);
        if (!row.State.Searches.Contains(search))
        {
            row.State = row.State.With(search);
            await Rows.Write(Whole, row);
        }

        return row.State.Pages > 0;
    }

    /// <inheritdoc/>
    public async Task Release(string search)
    {
        GrainRow<DatasetRecord> row = await Rows.Read<DatasetRecord>(Whole);
        if (!row.State.Searches.Contains(search))
        {
            return;
        }

        row.State = row.State.Without(search);
        if (row.State.Searches.Length > 0)
        {
            await Rows.Write(Whole, row);
            return;
        }

        await Rows.Clear<DatasetRecord>(Whole);
        for (int page = 0; page < row.State.Pages; page++)
        {
            await Rows.Clear<DatasetPage>(NameOf(page));
        }
    }

    private static string NameOf(int page) => RowNames.Numbered(RowNames.Pages, page);
}
