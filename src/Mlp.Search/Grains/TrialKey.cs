using System;

namespace Mlp.Searching.Grains;

/// <summary>The keys of trials.</summary>
internal static class TrialKey
{
    /// <summary>The key of a trial. Names of searches have no slash.</summary>
    /// <param name="search">The name of its search.</param>
    /// <param name="identity">Which search of that name: <see cref="Space.SearchDefinition.Identity"/>.</param>
    /// <param name="index">Which trial.</param>
    internal static string Of(string search, string identity, int index) => FormattableString.Invariant($"{search}/{identity}/{index}");
}
