using System;

namespace Mlp.Searching.Storage;

/// <summary>What the rows of grains are called. The statements of Schema.sql know those that belong to a search too.</summary>
internal static class RowNames
{
    /// <summary>What a search is, and how it stands.</summary>
    internal const string Search = "search";

    /// <summary>What the names of pages of outcomes begin with.</summary>
    internal const string Outcomes = "outcomes.";

    /// <summary>What the names of kept weights begin with.</summary>
    internal const string Weights = "weights.";

    /// <summary>Where a trial stands.</summary>
    internal const string Trial = "trial";

    /// <summary>How much of a dataset is there, and for whom.</summary>
    internal const string Dataset = "dataset";

    /// <summary>What the names of pages of a dataset begin with.</summary>
    internal const string Pages = "page.";

    /// <summary>Which searches are under way.</summary>
    internal const string Board = "board";

    /// <summary>The name of one of several rows.</summary>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="number">Which of them.</param>
    internal static string Numbered(string prefix, int number) => FormattableString.Invariant($"{prefix}{number}");
}
