using System;
using Mlp.Searching.Space;
using Mlp.Training;
using Orleans.Hosting;

namespace Mlp.Searching;

/// <summary>How a search is done. Immutable: <c>options with { Seed = 2 }</c> is another one. Each value is checked where it is set.</summary>
public sealed record SearchOptions
{
    /// <summary>The largest number of trials, and of points of a grid.</summary>
    internal const int MostTrials = 1_000_000;

    private const int LongestName = 100;

    /// <summary>
    /// What the search is called, where it is kept: the same name goes on with what is done. 1 to 100 letters, digits, spaces, points, hyphens and
    /// underscores. The default is "search".
    /// </summary>
    public string Name
    {
        get;
        init => field = RequireName(value);
    }

    = "search";

    /// <summary>
    /// The number of trials, 1 to 1,000,000. Null, the default, is 100 trials for a random search and all points for a grid. A grid has as many
    /// trials as points.
    /// </summary>
    public int? Trials
    {
        get;
        init => field = value is { } trials ? SettingRange.Between(trials, 1, MostTrials, nameof(Trials)) : null;
    }

    /// <summary>How points of the space are chosen. The default is random.</summary>
    public SearchStrategy Strategy
    {
        get;
        init => field = SettingRange.Defined(value, nameof(Strategy));
    }

    /// <summary>Any number: points, folds, initial parameters and the orders of samples follow from it. The same seed gives the same table.</summary>
    public ulong Seed { get; init; }

    /// <summary>The largest number of epochs of a trial, 1 or more. The default is 50.</summary>
    public int Epochs
    {
        get;
        init => field = SettingRange.AtLeast(value, 1, nameof(Epochs));
    }

    = 50;

    /// <summary>
    /// The number of folds of a cross-validation, each held out once; 1 is a single split with <see cref="ValidationFraction"/>. The default is 1. All
    /// trials have the same folds. With labels, every fold has its share of each class.
    /// </summary>
    public int Folds
    {
        get;
        init => field = SettingRange.AtLeast(value, 1, nameof(Folds));
    }

    = 1;

    /// <summary>The part of the samples that is held out where there is one fold, above 0 and below 1. The default is 0.2.</summary>
    public double ValidationFraction
    {
        get;
        init => field = SettingRange.Fraction(value, nameof(ValidationFraction));
    }

    = 0.2;

    /// <summary>Whether bad trials stop early, and when. Null, the default, trains all of them for all epochs.</summary>
    public SuccessiveHalving? Halving { get; init; }

    /// <summary>What trials are ranked by. The default is the loss.</summary>
    public SearchScore Score
    {
        get;
        init => field = SettingRange.Defined(value, nameof(Score));
    }

    /// <summary>How many of the best trials keep their weights, 0 or more. The default is 5.</summary>
    public int Keep
    {
        get;
        init => field = SettingRange.AtLeast(value, 0, nameof(Keep));
    }

    = 5;

    /// <summary>The scaler of the features. The default is none.</summary>
    public SearchScaler Scaler
    {
        get;
        init => field = SettingRange.Defined(value, nameof(Scaler));
    }

    /// <summary>The scaler of the targets, for data with targets. The default is none. With a scaler, losses are those of the scaled targets.</summary>
    public SearchScaler TargetScaler
    {
        get;
        init => field = SettingRange.Defined(value, nameof(TargetScaler));
    }

    /// <summary>
    /// How many trials run side by side on this machine, each on a thread of its own. Null, the default, is one for each processor. With a cluster, 0
    /// leaves the work to the other hosts. The table does not depend on it.
    /// </summary>
    public int? Workers
    {
        get;
        init => field = value is { } workers ? SettingRange.AtLeast(workers, 0, nameof(Workers)) : null;
    }

    /// <summary>
    /// The folder in which a search in process is kept, so that the same <see cref="Name"/> goes on after an interruption. Null, the default, keeps it
    /// in memory alone. A cluster keeps its searches in its database.
    /// </summary>
    public string? Folder
    {
        get;
        init => field = value is null || !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new ArgumentException("Folder is empty: give the path of a folder, or null to keep the search in memory.", nameof(Folder));
    }

    /// <summary>
    /// How long a trial trains between two writes of where it stands, in a folder or on a cluster. It is written after the first epoch that ends so late. Zero
    /// is after every epoch: then a host that is killed loses no more than the epoch at work. The default is 0.1 s. The table does not depend on it, and the
    /// same <see cref="Name"/> may go on with another one.
    /// </summary>
    public TimeSpan CheckpointInterval
    {
        get;
        init => field = SettingRange.NotNegative(value, nameof(CheckpointInterval));
    }

    = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Is handed the silo that this process starts before it is built, for what a search does not decide: a dashboard, logs, TLS between hosts. Null, the
    /// default, adds nothing. The table does not depend on it.
    /// </summary>
    public Action<ISiloBuilder>? ConfigureSilo { get; init; }

    /// <summary>
    /// What of the training is not searched: learning rate, batch size, weight decay, patience and clipping where the space has no such axis, the
    /// weights of classes, the order of samples. What a search decides itself must have its default here; an error says so.
    /// </summary>
    public TrainerOptions Training
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Training));
    }

    = new();

    /// <summary>Where the cluster has its membership and its results; null for a search in process.</summary>
    internal string? ConnectionString { get; init; }

    /// <summary>The same search on many hosts, which meet in a PostgreSQL database and join by <see cref="SearchWorker.Run"/>.</summary>
    /// <param name="connectionString">Npgsql's connection string, as in <c>"Host=db;Database=searches;Username=mlp;Password=…"</c>.</param>
    /// <exception cref="ArgumentException">There is no connection string.</exception>
    public SearchOptions UseCluster(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return this with { ConnectionString = connectionString };
    }

    /// <summary>A name that a search may have.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string RequireName(string name)
    {
        ArgumentNullException.ThrowIfNull(name, nameof(Name));
        if (name.Length is 0 or > LongestName || name != name.Trim() || name.Trim('.') == "")
        {
            throw new ArgumentException(
                $"Name is \"{name}\", but must have 1 to {LongestName} characters, no spaces at its ends, and more than points.", nameof(Name));
        }

        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not (' ' or '.' or '-' or '_'))
            {
                throw new ArgumentException($"Name is \"{name}\", but may only have the letters A to Z, digits, spaces, points, hyphens and underscores.", nameof(Name));
            }
        }

        return name;
    }
}
