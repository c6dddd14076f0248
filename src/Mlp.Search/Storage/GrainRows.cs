using System.Threading.Tasks;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Storage;

/// <summary>The rows of one grain, each by its name. They belong to the grain alone: a row that somebody else has written meanwhile is an error of storage.</summary>
/// <param name="storage">Where rows are kept.</param>
/// <param name="grain">Whose rows.</param>
internal sealed class GrainRows(IGrainStorage storage, GrainId grain)
{
    /// <summary>The name of the storage of searches among those of a silo.</summary>
    internal const string StorageName = "mlp-search";

    /// <summary>Reads a row; where there is none, its content is a new object.</summary>
    internal async Task<GrainRow<TContent>> Read<TContent>(string name)
        where TContent : new()
    {
        var row = new GrainRow<TContent>();
        await storage.ReadStateAsync(name, grain, row);
        return row;
    }

    /// <summary>Writes a row as it is now.</summary>
    internal Task Write<TContent>(string name, GrainRow<TContent> row)
        where TContent : new() => storage.WriteStateAsync(name, grain, row);

    /// <summary>Writes a row whatever it was before.</summary>
    internal async Task Overwrite<TContent>(string name, TContent content)
        where TContent : new()
    {
        GrainRow<TContent> row = await Read<TContent>(name);
        row.State = content;
        await Write(name, row);
    }

    /// <summary>Takes a row away.</summary>
    internal async Task Clear<TContent>(string name)
        where TContent : new()
    {
        GrainRow<TContent> row = await Read<TContent>(name);
        if (row.RecordExists)
        {
            await storage.ClearStateAsync(name, grain, row);
        }
    }
}
