using Orleans;

namespace Mlp.Searching.Trials;

/// <summary>What a trial gave at the end of a rung.</summary>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.TrialOutcome")]
internal sealed record TrialOutcome
{
    /// <summary>Which trial.</summary>
    [Id(0)]
    public required int Index { get; init; }

    /// <summary>Which rung it has come to the end of.</summary>
    [Id(1)]
    public required int Rung { get; init; }

    /// <summary>What each fold gave, in order; of a trial that diverged up to the fold that did.</summary>
    [Id(2)]
    public required FoldOutcome[] Folds { get; init; }

    /// <summary>The mean of the folds' scores; NaN where one diverged or has none.</summary>
    [Id(3)]
    public required double Score { get; init; }

    /// <summary>The standard deviation of the folds' scores, with n in the denominator.</summary>
    [Id(4)]
    public required double Deviation { get; init; }

    /// <summary>Why it ended: completed up to the end of its rung, patience, gradient tolerance or diverged.</summary>
    [Id(5)]
    public required TrialStop Stop { get; init; }

    /// <summary>The weights of the fold with the best score, the first of equals, as safetensors; none where it diverged.</summary>
    [Id(6)]
    public byte[]? Weights { get; init; }

    /// <summary>From where the next rung goes on; none where the trial has ended.</summary>
    [Id(7)]
    public TrialState? State { get; init; }

    /// <summary>Whether it would train more in the next rung.</summary>
    internal bool CanGoOn => Stop == TrialStop.Completed;

    /// <summary>The numbers alone, as the queue of a search keeps them.</summary>
    internal TrialOutcome WithoutBytes() => Weights is null && State is null ? this : this with { Weights = null, State = null };
}
