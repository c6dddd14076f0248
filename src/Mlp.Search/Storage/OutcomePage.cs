using Mlp.Searching.Trials;
using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>Some outcomes of a search, in the order in which they came in. A search writes the last of its pages alone, so that what it writes does not grow with what is done.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.OutcomePage")]
internal sealed class OutcomePage
{
    /// <summary>How many outcomes a full page has.</summary>
    internal const int Capacity = 64;

    /// <summary>The outcomes, without weights and states.</summary>
    [Id(0)]
    public TrialOutcome[] Outcomes { get; set; } = [];
}
