using System;
using Mlp.Searching;

namespace Mlp.SearchProbe;

/// <summary>Hears of progress on the thread that tells.</summary>
/// <param name="hear">Is told.</param>
internal sealed class Hearing(Action<SearchProgress> hear) : IProgress<SearchProgress>
{
    /// <inheritdoc/>
    public void Report(SearchProgress value) => hear(value);
}
