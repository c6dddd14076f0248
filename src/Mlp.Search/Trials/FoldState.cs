using Orleans;

namespace Mlp.Searching.Trials;

/// <summary>Where one fold of a trial stands.</summary>
/// <param name="Outcome">What it gave; none while it is trained.</param>
/// <param name="Weights">The weights of its best epoch, as safetensors; none while it is trained.</param>
/// <param name="Checkpoint">From where its training goes on; none where it has not begun or will not go on.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.FoldState")]
internal sealed record FoldState([property: Id(0)] FoldOutcome? Outcome, [property: Id(1)] byte[]? Weights, [property: Id(2)] byte[]? Checkpoint)
{
    /// <summary>A fold that has not begun.</summary>
    internal static FoldState None { get; } = new(null, null, null);

    /// <summary>Whether it has come to the end of a rung, or will never get there.</summary>
    internal bool IsAt(TrialSpec spec) => Outcome is { } outcome && (outcome.Stop != TrialStop.Completed || outcome.Epochs >= spec.Epochs);
}
