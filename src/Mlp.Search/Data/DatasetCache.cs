using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching.Grains;
using Mlp.Searching.Metrics;
using Mlp.Training;
using Orleans;

namespace Mlp.Searching.Data;

/// <summary>The datasets of a host: each is fetched once, however many trials and searches read it.</summary>
/// <param name="grains">Finds where they are.</param>
internal sealed class DatasetCache(IGrainFactory grains)
{
    private static readonly TimeSpan LongestUnused = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Lazy<Task<Dataset>>> _datasets = new();
    private readonly ConcurrentDictionary<string, long> _unused = new();
    private int _fetches;

    /// <summary>How many datasets this host has fetched from elsewhere.</summary>
    internal int Fetches => Volatile.Read(ref _fetches);

    /// <summary>A dataset that this process has.</summary>
    internal void Put(string hash, Dataset data) => _datasets[hash] = new Lazy<Task<Dataset>>(Task.FromResult(data));

    /// <summary>Drops what no search has read for a while: the next search often reads the same.</summary>
    /// <param name="used">The hashes of those that are read.</param>
    internal void Trim(IReadOnlySet<string> used)
    {
        long now = Environment.TickCount64;
        foreach (string hash in _datasets.Keys)
        {
            if (used.Contains(hash))
            {
                _unused.TryRemove(hash, out _);
            }
            else if (now - _unused.GetOrAdd(hash, now) > LongestUnused.TotalMilliseconds)
            {
                _unused.TryRemove(hash, out _);
                _datasets.TryRemove(hash, out _);
            }
        }
    }

    /// <summary>A dataset, fetched where it is not here yet.</summary>
    /// <exception cref="SearchException">Nobody has it, or it has arrived damaged.</exception>
    internal async Task<Dataset> Get(string hash)
    {
        Lazy<Task<Dataset>> entry = _datasets.GetOrAdd(hash, key => new Lazy<Task<Dataset>>(() => Fetch(key)));
        try
        {
            return await entry.Value;
        }
        catch
        {
            // Whoever asks next tries again.
            _datasets.TryRemove(new(hash, entry));
            throw;
        }
    }

    private async Task<Dataset> Fetch(string hash)
    {
        IDatasetGrain grain = grains.GetGrain<IDatasetGrain>(hash);
        int pages = await grain.CountPages();
        if (pages == 0)
        {
            throw new SearchException($"The data with the hash {hash} is not in the database: begin the search again from the program that has the data.");
        }

        using var bytes = new MemoryStream();
        for (int page = 0; page < pages; page++)
        {
            bytes.Write(await grain.ReadPage(page));
        }

        Interlocked.Increment(ref _fetches);
        SearchMetrics.FetchedDataset();
        return DatasetBytes.Read(bytes.ToArray(), hash);
    }
}
