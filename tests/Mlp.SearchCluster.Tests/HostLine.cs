using System;
using System.Globalization;
using System.Linq;

namespace Mlp.SearchCluster.Tests;

/// <summary>What a host has said: when, a word, and numbers.</summary>
internal sealed record HostLine(long Ticks, string Word, int[] Numbers)
{
    /// <summary>The line of a text; none where it is of another form, such as an error.</summary>
    internal static HostLine? Of(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            ? new HostLine(ticks, words[1], [.. words.Skip(2).Select(static word => int.Parse(word, CultureInfo.InvariantCulture))])
            : null;
    }
}
