using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;

namespace Mlp.Searching.Storage;

/// <summary>Rows of grains for as long as a process lives. As in a database, who writes must know the version that is there.</summary>
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
        grainState.ETag = ETag(grainState.RecordExists, row.Version);
        if (grainState.RecordExists)
        {
            grainState.State = serializer.Deserialize<T>(row.Bytes);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        byte[] bytes = serializer.SerializeToArray(grainState.State);
        (string, GrainId) key = (stateName, grainId);
        bool exists = _rows.TryGetValue(key, out (byte[] Bytes, long Version) row);
        long version = row.Version + 1;
        if (grainState.ETag != ETag(exists, row.Version) || !(exists ? _rows.TryUpdate(key, (bytes, version), row) : _rows.TryAdd(key, (bytes, version))))
        {
            throw new InconsistentStateException($"Somebody else has written {stateName} of {grainId} meanwhile.");
        }

        grainState.ETag = ETag(exists: true, version);
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

    private static string? ETag(bool exists, long version) => exists ? version.ToString(CultureInfo.InvariantCulture) : null;
}
