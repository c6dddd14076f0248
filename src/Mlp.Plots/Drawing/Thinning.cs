using System.Linq;

namespace Mlp.Plots.Drawing;

/// <summary>Which of many samples are drawn: a document with a mark for each of a million could not be opened.</summary>
internal static class Thinning
{
    internal const int Most = 10_000;

    /// <summary>The places of at most <see cref="Most"/> samples, evenly chosen.</summary>
    internal static int[] Of(int count) => count <= Most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, Most).Select(place => (int)((long)place * count / Most))];
}
