using System.Linq;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Results;

/// <summary>Outcomes as what users see of them.</summary>
/// <param name="definition">The search that they are of.</param>
internal sealed class ResultTable(SearchDefinition definition)
{
    private readonly SearchPlan _plan = new(definition);

    /// <summary>A line of the table.</summary>
    internal TrialResult Row(TrialOutcome outcome, TrialStop stop) => new()
    {
        Index = outcome.Index,
        Network = definition.Networks[_plan.NetworkOf(outcome.Index)].Name,
        Settings = _plan.SettingsOf(outcome.Index),
        Score = outcome.Score,
        Deviation = outcome.Deviation,
        Epochs = outcome.Folds.Max(static fold => fold.Epochs),
        Stop = stop,
        Folds = [.. outcome.Folds.Select(static fold => new FoldResult(fold.Score, fold.Loss, fold.BestEpoch, fold.Epochs))],
    };
}
