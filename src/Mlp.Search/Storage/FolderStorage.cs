using System;
using System.IO;
using System.Threading.Tasks;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;

namespace Mlp.Searching.Storage;

/// <summary>Rows of grains as files of a folder, each replaced in one step, so that it is there as a whole or as it was. One process at a time has the folder.</summary>
internal sealed class FolderStorage : IGrainStorage, IDisposable
{
    private readonly string _folder;
    private readonly Serializer _serializer;
    private readonly FileStream _lock;

    /// <summary>Takes a folder, and makes it where there is none.</summary>
    /// <exception cref="SearchException">Somebody else has it, or it cannot be written.</exception>
    internal FolderStorage(string folder, Serializer serializer)
    {
        _folder = Path.GetFullPath(folder);
        _serializer = serializer;
        try
        {
            Directory.CreateDirectory(_folder);
            _lock = new FileStream(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SearchException($"The folder {_folder} cannot be used: {exception.Message} Where another program runs this search, wait for it or take another Name; otherwise choose a Folder that you may write.", exception);
        }
    }

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string path = PathOf(stateName, grainId);
        grainState.RecordExists = File.Exists(path);
        if (grainState.RecordExists)
        {
            byte[] bytes = await File.ReadAllBytesAsync(path);
            try
            {
                grainState.State = _serializer.Deserialize<T>(bytes);
            }
            catch (Exception exception)
            {
                throw new SearchException($"The file {path} is not as a search has written it: delete the folder {_folder}, and the search begins anew.", exception);
            }
        }
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string path = PathOf(stateName, grainId);
        string beside = path + ".new";
        byte[] bytes = _serializer.SerializeToArray(grainState.State);
        await using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.Asynchronous))
        {
            await stream.WriteAsync(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        File.Delete(PathOf(stateName, grainId));
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    // A name has no characters that are special in files but the points, and a key of a trial a slash. Spaces stay as they are: three characters for each would
    // make the name of a file too long.
    private string PathOf(string stateName, GrainId grainId) =>
        Path.Combine(_folder, $"{Uri.EscapeDataString(grainId.ToString()).Replace("%20", " ", StringComparison.Ordinal)}.{stateName}.bin");
}
