using System;
using System.Collections.Concurrent;

namespace Mlp.Searching.Tests.Grains;

/// <summary>What a search has told, on the thread that tells.</summary>
internal sealed class HeardProgress(Action<SearchProgress>? hear = null) : IProgress<SearchProgress>
{
    internal ConcurrentQueue<SearchProgress> All { get; } = [];

    public void Report(SearchProgress value)
    {
        All.Enqueue(value);
        hear?.Invoke(value);
    }
}
