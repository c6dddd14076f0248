using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Searching.Queue;
using Mlp.Searching.Results;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;

namespace Mlp.Searching;

/// <summary>What a search gave: the table of its trials, and the weights of the best. Immutable.</summary>
public sealed partial class SearchResult
{
    private readonly SearchDefinition _definition;
    private readonly TrialOutcome[] _outcomes;
    private readonly IReadOnlyDictionary<int, byte[]> _weights;
    private readonly SearchPlan _plan;

    private SearchResult(SearchDefinition definition, TrialOutcome[] outcomes, IReadOnlyDictionary<int, byte[]> weights, bool isComplete)
    {
        var table = new ResultTable(definition);
        Dictionary<int, TrialResult> rows = outcomes.ToDictionary(static outcome => outcome.Index, outcome => table.Row(outcome, outcome.Stop));
        _definition = definition;
        _outcomes = outcomes;
        _plan = new SearchPlan(definition);
        IsComplete = isComplete;
        Trials = [.. outcomes.OrderBy(static outcome => outcome.Index).Select(outcome => rows[outcome.Index])];
        Ranking = [.. outcomes.Order(new TrialRanking(definition.PrefersMore)).Select(outcome => rows[outcome.Index])];
        Kept = [.. Ranking.Where(trial => weights.ContainsKey(trial.Index)).Take(definition.Keep)];
        _weights = Kept.ToDictionary(static trial => trial.Index, trial => weights[trial.Index]);
    }

    /// <summary>The trials that were run, by index. Of a search that is not complete, those that came to an end, or to one of its rungs.</summary>
    public IReadOnlyList<TrialResult> Trials { get; }

    /// <summary>The same, the best first. A trial without a score comes last, and of equal ones that of the smaller index first.</summary>
    public IReadOnlyList<TrialResult> Ranking { get; }

    /// <summary>The trials whose weights are here, the best first.</summary>
    public IReadOnlyList<TrialResult> Kept { get; }

    /// <summary>Whether all trials have ended: false where the search was cancelled.</summary>
    public bool IsComplete { get; }

    /// <summary>
    /// What should be known of how the search was run, in words: that hosts of different hardware took part though a network is not deterministic, or
    /// that a host refused a network. Mostly empty; it is no part of the table.
    /// </summary>
    public IReadOnlyList<string> Notes { get; internal set; } = [];

    /// <summary>What trials are ranked by.</summary>
    public SearchScore Score => _definition.Score;

    /// <summary>The best trial.</summary>
    /// <exception cref="InvalidOperationException">No trial has a score.</exception>
    public TrialResult Best => Ranking is [var best, ..] && !double.IsNaN(best.Score)
        ? best
        : throw new InvalidOperationException(Ranking.Count == 0
            ? "No trial has come to an end: the search was cancelled too early. Run it again."
            : "No trial has a score, for all of them diverged: search smaller learning rates, or scale the data with Scaler of the options.");

    /// <summary>
    /// The table as CSV with a heading: a line for each trial by index, with its rank, its settings, its score and that of each fold. Numbers are exact and the
    /// same under every culture; lines end with a line feed.
    /// </summary>
    public string ToCsv() => ResultCsv.Of(this, _definition.Folds);

    /// <summary>A network with the weights of a trial. Of several folds it is the one with the best score.</summary>
    /// <typeparam name="TNetwork">The trial's type of network.</typeparam>
    /// <param name="trial">A trial of this result whose weights were kept.</param>
    /// <exception cref="ArgumentException">The trial is not of this result, is of another type, or did not keep its weights.</exception>
    public TNetwork Load<TNetwork>(TrialResult trial)
        where TNetwork : class, INetwork<TNetwork>, new()
    {
        byte[] weights = WeightsOf(trial);
        NetworkReference reference = _definition.Networks[_plan.NetworkOf(trial.Index)];
        var kind = new NetworkKind<TNetwork>();
        if (kind.TypeName != reference.TypeName)
        {
            throw new ArgumentException(SettingRange.Invariant($"Trial {trial.Index} is a {reference.Name} and no {typeof(TNetwork).Name}: load it as its own type."), nameof(trial));
        }

        RequireSame(kind, reference);
        return NetworkKind<TNetwork>.LoadNetwork(weights);
    }

    /// <summary>The best networks as one predictor, whose outputs are the means of theirs.</summary>
    /// <param name="count">How many, 1 to the number of <see cref="Kept"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many weights.</exception>
    /// <exception cref="InvalidOperationException">There are no weights at all.</exception>
    public SearchEnsemble Ensemble(int count)
    {
        if (Kept.Count == 0)
        {
            throw new InvalidOperationException(_definition.Keep == 0
                ? "There are no weights here, for Keep of the options is 0: set it to as many trials as the ensemble needs."
                : "There are no weights here, for no trial that has a score has come to an end.");
        }

        if (count < 1 || count > Kept.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), string.Create(
                CultureInfo.InvariantCulture, $"count is {count}, but must be 1 to {Kept.Count}, the trials whose weights are here: set Keep of the options to keep more."));
        }

        return new SearchEnsemble([.. Kept.Take(count).Select(MemberOf)]);
    }

    /// <summary>The result of a search as far as it has come.</summary>
    /// <param name="queue">What was done.</param>
    /// <param name="weights">The weights of the trials that may be among the best.</param>
    internal static SearchResult Of(TrialQueue queue, IReadOnlyDictionary<int, byte[]> weights) =>
        new(queue.Definition, [.. queue.Outcomes.Select(outcome => outcome with { Stop = queue.StopOf(outcome) })], weights, queue.IsFinished);

    private EnsembleMember MemberOf(TrialResult trial) => NetworkKind.Resolve(_definition.Networks[_plan.NetworkOf(trial.Index)]).Load(_weights[trial.Index]);

    private byte[] WeightsOf(TrialResult trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        int rank = Ranking.ToList().IndexOf(trial);
        if (rank < 0)
        {
            throw new ArgumentException(SettingRange.Invariant($"Trial {trial.Index} is not of this result: take one of its Trials, Ranking or Kept."), nameof(trial));
        }

        return _weights.TryGetValue(trial.Index, out byte[]? weights)
            ? weights
            : throw new ArgumentException(
                double.IsNaN(trial.Score)
                    ? SettingRange.Invariant($"Trial {trial.Index} has no score ({trial.Stop}), and so no weights: take another one.")
                    : SettingRange.Invariant($"Trial {trial.Index} has rank {rank + 1}, but the search kept the weights of the best {_definition.Keep} alone: set Keep of the options to keep more."),
                nameof(trial));
    }

    private static void RequireSame(NetworkKind kind, NetworkReference reference)
    {
        if (kind.Signature != reference.Signature)
        {
            throw new InvalidOperationException($"{reference.Name} is declared otherwise than when the search was run: load its weights with the declaration of then.");
        }
    }
}
