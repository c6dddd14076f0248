using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mlp.Text;

namespace Mlp.Training;

/// <summary>
/// What the numbers of a dataset mean: the names of the classes, and the scalers that features and targets went through. A
/// network remembers that of the data it was fitted on (<see cref="IFittedNetwork"/>), a weight file takes it along, and
/// wherever data and a network meet the two are compared. Immutable, equal by value.
/// </summary>
public sealed record DataSchema
{
    private const int MostNames = 12;

    /// <summary>The names of the classes, the first for label 0; null where there are no classes, or only their numbers.</summary>
    public IReadOnlyList<string>? ClassNames
    {
        get;
        init => field = value is null ? null : Array.AsReadOnly([.. value]);
    }

    /// <summary>The scaler that the features went through; null where they are as they were measured.</summary>
    public FeatureScaler? Scaler { get; init; }

    /// <summary>The scaler that the targets went through; null where they are as they were measured, and for labels.</summary>
    public FeatureScaler? TargetScaler { get; init; }

    /// <summary>
    /// Whether no scaler means unscaled data. True for all data and every fit; false where nobody said so, as in a weight file of
    /// another program: then no scaler contradicts none.
    /// </summary>
    public bool KnowsScaling { get; init; } = true;

    /// <summary>The scaler of the features in a message.</summary>
    internal string ScalerText => Scaler?.ToString() ?? "no scaler";

    /// <summary>The scaler of the targets in a message.</summary>
    internal string TargetScalerText => TargetScaler?.ToString() ?? "no scaler";

    /// <inheritdoc/>
    public bool Equals(DataSchema? other) => other is not null
        && KnowsScaling == other.KnowsScaling
        && Equals(Scaler, other.Scaler)
        && Equals(TargetScaler, other.TargetScaler)
        && (ClassNames is null ? other.ClassNames is null : other.ClassNames is not null && ClassNames.SequenceEqual(other.ClassNames, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scaler, TargetScaler, ClassNames?.Count, ClassNames?.FirstOrDefault());

    /// <summary>Class names and scalers as one line of text, the same under every culture.</summary>
    public override string ToString() =>
        $"classes {Quote(ClassNames)}, features through {ScalerText}, targets through {TargetScalerText}";

    /// <summary>Names in a message, the first dozen of them.</summary>
    internal static string Quote(IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            return "without names";
        }

        var text = new StringBuilder("{");
        text.AppendJoin(", ", names.Take(MostNames).Select(Shown));
        return text.Append(names.Count > MostNames ? RowMajor.Invariant($", … {names.Count} in all}}") : "}").ToString();
    }

    /// <summary>A name in a message: it may be from a file, and is cut there, with nothing in it that a terminal obeys.</summary>
    internal static string Shown(string? name) => name is null ? "null" : QuotedText.Plain(name);

    /// <summary>Whether both have names, and other ones.</summary>
    internal bool ContradictsNames(DataSchema other) =>
        ClassNames is { } mine && other.ClassNames is { } theirs && !mine.SequenceEqual(theirs, StringComparer.Ordinal);

    /// <summary>Whether features went through other scalers, as far as both sides know.</summary>
    internal bool ContradictsScaler(DataSchema other) => Contradict(Scaler, KnowsScaling, other.Scaler, other.KnowsScaling);

    /// <summary>Whether targets went through other scalers, as far as both sides know.</summary>
    internal bool ContradictsTargetScaler(DataSchema other) => Contradict(TargetScaler, KnowsScaling, other.TargetScaler, other.KnowsScaling);

    private static bool Contradict(FeatureScaler? mine, bool iKnow, FeatureScaler? theirs, bool theyKnow) =>
        !Equals(mine, theirs) && (mine is not null || iKnow) && (theirs is not null || theyKnow);
}
