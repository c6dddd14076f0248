using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Searching;

/// <summary>What one trial of a search gave.</summary>
public sealed record TrialResult
{
    /// <summary>Which trial, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The name of the network's type.</summary>
    public required string Network { get; init; }

    /// <summary>What it was trained with.</summary>
    public required TrialSettings Settings { get; init; }

    /// <summary>The mean of the folds' scores; NaN where a fold diverged, or where the score of one is not defined.</summary>
    public required double Score { get; init; }

    /// <summary>The standard deviation of the folds' scores, with n in the denominator; 0 for a single fold.</summary>
    public required double Deviation { get; init; }

    /// <summary>The epochs of the fold that was trained longest.</summary>
    public required int Epochs { get; init; }

    /// <summary>Why it ended.</summary>
    public required TrialStop Stop { get; init; }

    /// <summary>Each fold, in order; of a trial that diverged up to the fold that did.</summary>
    public required IReadOnlyList<FoldResult> Folds { get; init; }

    /// <inheritdoc/>
    public bool Equals(TrialResult? other) => other is not null
        && Index == other.Index
        && Network == other.Network
        && Settings == other.Settings
        && Score.Equals(other.Score)
        && Deviation.Equals(other.Deviation)
        && Epochs == other.Epochs
        && Stop == other.Stop
        && Folds.SequenceEqual(other.Folds);

    /// <inheritdoc/>
    public override int GetHashCode() => System.HashCode.Combine(Index, Network, Score, Epochs, Stop);

    /// <summary>One line, the same under every culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"trial {Index}: {Network}, {Settings}: {Score:G4} ± {Deviation:G3}, {Epochs} epochs, {Stop}");
}
