using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;

namespace Mlp.Searching.Storage;

/// <summary>Rows of grains for as long as a silo lives.</summary>
/// <param name="serializer">Makes bytes of contents, so that nobody changes them afterwards.</param>
internal sealed class MemoryStorage(Serializer serializer) : IGrainStorage
{
    private readonly ConcurrentDictionary<(string Name, GrainId Grain), (byte[] Bytes, long Version)> _rows = new();

    /// <summary>How many rows there are.</summary>
    internal int Count => _rows.Count;

    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _rows.TryGetValue((stateName, grainId), out (byte[] Bytes, long Version) row);
        if (grainState.RecordExists)
        {
            grainState.State = serializer.Deserialize<T>(row.Bytes);
            grainState.ETag = row.Version.ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        byte[] bytes = serializer.SerializeToArray(grainState.State);
        (byte[] _, long version) = _rows.AddOrUpdate((stateName, grainId), (bytes, 1), (_, row) => (bytes, row.Version + 1));
        grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _rows.TryRemove((stateName, grainId), out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }
}
