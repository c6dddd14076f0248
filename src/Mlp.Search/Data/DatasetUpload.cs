using System;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Training;
using Orleans;

namespace Mlp.Searching.Data;

/// <summary>Brings a dataset to where the hosts of a cluster find it.</summary>
internal static class DatasetUpload
{
    private const int PageLength = 512 * 1024;

    /// <summary>Writes the pages of a dataset, where it is not there yet, for as long as a search needs them.</summary>
    internal static async Task Run(IGrainFactory grains, string hash, Dataset data, string search)
    {
        IDatasetGrain grain = grains.GetGrain<IDatasetGrain>(hash);
        if (await grain.Hold(search))
        {
            return;
        }

        byte[] bytes = DatasetBytes.Of(data);
        int pages = (bytes.Length + PageLength - 1) / PageLength;
        for (int page = 0; page < pages; page++)
        {
            await grain.WritePage(page, bytes[(page * PageLength)..Math.Min(bytes.Length, (page + 1) * PageLength)]);
        }

        await grain.Complete(pages);
    }
}
