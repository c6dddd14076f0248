using System;
using System.Linq;
using Mlp.Searching.Trials;
using Mlp.Training;
using Orleans;

namespace Mlp.Searching.Space;

/// <summary>
/// All that the table of a search follows from, as data that travels. Equal definitions are the same search; what it is called, where it runs and how
/// many threads it has is no part of it.
/// </summary>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.SearchDefinition")]
internal sealed record SearchDefinition
{
    /// <summary>The version of this format and of what follows from it.</summary>
    internal const int CurrentFormat = 1;

    /// <summary>The version that wrote it.</summary>
    [Id(0)]
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The types of networks.</summary>
    [Id(1)]
    public required NetworkReference[] Networks { get; init; }

    /// <summary>The settings that are searched, in the order of a grid.</summary>
    [Id(2)]
    public required SearchAxis[] Axes { get; init; }

    /// <summary>The schedules that the axis of schedules counts.</summary>
    [Id(3)]
    public required RateSchedule[] Schedules { get; init; }

    /// <summary>What is not searched.</summary>
    [Id(4)]
    public required BaseTraining Training { get; init; }

    /// <summary>Which data.</summary>
    [Id(5)]
    public required DataIdentity Data { get; init; }

    /// <summary>How points are chosen.</summary>
    [Id(6)]
    public SearchStrategy Strategy { get; init; }

    /// <summary>The number of trials.</summary>
    [Id(7)]
    public int Trials { get; init; }

    /// <summary>What all random numbers follow from.</summary>
    [Id(8)]
    public ulong Seed { get; init; }

    /// <summary>The epochs of a whole trial.</summary>
    [Id(9)]
    public int Epochs { get; init; }

    /// <summary>The number of folds.</summary>
    [Id(10)]
    public int Folds { get; init; }

    /// <summary>The part that a single fold holds out.</summary>
    [Id(11)]
    public double ValidationFraction { get; init; }

    /// <summary>The epochs of the first rung; 0 without halving.</summary>
    [Id(12)]
    public int FirstEpochs { get; init; }

    /// <summary>One of how many goes on; 0 without halving.</summary>
    [Id(13)]
    public int Factor { get; init; }

    /// <summary>What trials are ranked by.</summary>
    [Id(14)]
    public SearchScore Score { get; init; }

    /// <summary>How many of the best keep their weights.</summary>
    [Id(15)]
    public int Keep { get; init; }

    /// <summary>The scaler of the features.</summary>
    [Id(16)]
    public SearchScaler Scaler { get; init; }

    /// <summary>The scaler of the targets.</summary>
    [Id(17)]
    public SearchScaler TargetScaler { get; init; }

    /// <summary>The same for equal definitions and for no others: hosts and trials know by it which search of a name they are of, where one was removed and another one began.</summary>
    internal string Identity => TextHash.Of(DefinitionText.Of(this));

    /// <summary>Whether more of the score is better.</summary>
    internal bool PrefersMore => Score != SearchScore.Loss;

    /// <summary>A search, checked: what can be told wrong of it before a trial runs, this tells.</summary>
    /// <exception cref="ArgumentException">The space is impossible, the data does not fit a network, or options contradict each other.</exception>
    internal static SearchDefinition Of(SearchSpace space, Dataset data, SearchOptions options)
    {
        BaseTraining training = BaseTraining.Of(options.Training, space);
        DefinitionRules.Require(space, data, options);
        SearchDefinition definition = new()
        {
            Networks = [.. space.Networks.Select(kind => new NetworkReference(kind.TypeName, NameOf(kind, space), kind.Signature))],
            Axes = [.. space.Axes],
            Schedules = [.. space.Schedules],
            Training = training,
            Data = DataIdentity.Of(data),
            Strategy = options.Strategy,
            Trials = DefinitionRules.TrialsOf(space, options),
            Seed = options.Seed,
            Epochs = options.Epochs,
            Folds = options.Folds,
            ValidationFraction = options.ValidationFraction,
            FirstEpochs = options.Halving?.FirstEpochs ?? 0,
            Factor = options.Halving?.Factor ?? 0,
            Score = options.Score,
            Keep = options.Keep,
            Scaler = options.Scaler,
            TargetScaler = options.TargetScaler,
        };
        Preflight.Require(definition, data);
        return definition;
    }

    /// <inheritdoc/>
    public bool Equals(SearchDefinition? other) => other is not null && DefinitionText.Of(this) == DefinitionText.Of(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Data.Hash, Trials, Seed);

    private static string NameOf(NetworkKind kind, SearchSpace space) =>
        space.Networks.Count(other => other.Type.Name == kind.Type.Name) == 1 ? kind.Type.Name : kind.Type.FullName!;
}
