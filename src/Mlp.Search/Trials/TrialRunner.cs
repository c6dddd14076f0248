using System;
using System.Linq;
using System.Threading;
using Mlp.Searching.Metrics;
using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>
/// Runs trials of one search on the thread that asks, and knows nothing of other trials. What it gives is a function of the definition, the data and what is
/// to be done. Many threads may use one runner.
/// </summary>
internal sealed class TrialRunner
{
    private readonly SearchDefinition _definition;
    private readonly SearchPlan _plan;
    private readonly Lazy<NetworkKind>[] _networks;
    private readonly PreparedFolds _folds;

    /// <summary>Divides the data. A network is looked for when the first of its trials runs: a host may have some of them.</summary>
    /// <exception cref="ArgumentException">The data is not that of the search.</exception>
    internal TrialRunner(SearchDefinition definition, Dataset data)
    {
        DataIdentity identity = DataIdentity.Of(data);
        if (identity != definition.Data)
        {
            throw new ArgumentException($"data is not that of the search: it has the hash {identity.Hash}, but the search began with {definition.Data.Hash}.", nameof(data));
        }

        _definition = definition;
        _plan = new SearchPlan(definition);
        _networks = [.. definition.Networks.Select(static reference => new Lazy<NetworkKind>(() => NetworkKind.Resolve(reference)))];
        _folds = new PreparedFolds(definition, data);
    }

    /// <summary>Trains a trial to the end of its rung: one fold after the other, each with a network of its own.</summary>
    /// <param name="spec">What is to be done.</param>
    /// <param name="from">Where the trial stands; none at its beginning.</param>
    /// <param name="afterEpoch">Is called after each epoch, on this thread.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidOperationException">The network is not on this host, or is another one here.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled: what was captured before is where it goes on.</exception>
    internal TrialOutcome Run(TrialSpec spec, TrialState? from, Action<TrialMoment>? afterEpoch, CancellationToken cancellation)
    {
        TrialSettings settings = _plan.SettingsOf(spec.Index);
        int place = _plan.NetworkOf(spec.Index);
        NetworkKind network = _networks[place].Value;
        using var measure = new TrialMeasure(_definition.Networks[place].Name);
        var run = new TrialRun(spec, from, _folds.Count, mayGoOn: spec.Epochs < _definition.Epochs, measure.CountEpochs(afterEpoch));
        for (int fold = 0; fold < _folds.Count; fold++)
        {
            FoldState state = run.Begin(fold);
            if (!state.IsAt(spec))
            {
                PreparedFold data = _folds[fold];
                ulong seed = _plan.SeedOf(spec.Index, fold);
                TrainerOptions options = TrialOptions.Of(_definition, settings, spec.Epochs, seed, data.HeldOut);
                if (!run.End(Measure(network.Train(new FoldTask(seed, data.Training, options, run, state.Checkpoint, cancellation)))))
                {
                    throw new OperationCanceledException(cancellation);
                }
            }

            if (run.HasDiverged)
            {
                break;
            }
        }

        return measure.End(run.Outcome(_definition.PrefersMore));
    }

    private (FoldOutcome? Outcome, byte[]? Weights) Measure(FoldTraining training)
    {
        TrainingResult result = training.Result;
        if (result.StopReason == StopReason.Cancelled)
        {
            return default;
        }

        int epochs = result.History.Count;
        if (result.StopReason == StopReason.Diverged)
        {
            return (new FoldOutcome(double.NaN, double.NaN, result.BestEpoch, epochs, TrialStop.Diverged), null);
        }

        EpochReport best = result.History[result.BestEpoch - 1];
        double score = _definition.Score switch
        {
            SearchScore.Accuracy => best.Accuracy!.Value,
            SearchScore.R2 => best.R2!.Value,
            _ => result.BestLoss,
        };
        TrialStop stop = result.StopReason switch
        {
            StopReason.Patience => TrialStop.Patience,
            StopReason.GradientTolerance => TrialStop.GradientTolerance,
            StopReason.Completed => TrialStop.Completed,
            _ => throw new InvalidOperationException($"A trial ended with {result.StopReason}, which no training of a search does."),
        };
        return (new FoldOutcome(score, result.BestLoss, result.BestEpoch, epochs, stop), training.Weights);
    }
}
