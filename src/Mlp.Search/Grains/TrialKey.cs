using System;

namespace Mlp.Searching.Grains;

/// <summary>The keys of trials.</summary>
internal static class TrialKey
{
    /// <summary>The key of a trial. Names of searches have no slash.</summary>
    internal static string Of(string search, int index) => FormattableString.Invariant($"{search}/{index}");
}
