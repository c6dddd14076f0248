using System;
using System.Linq;
using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>One trial on its way through its folds: what is done, and where the fold at work stands.</summary>
internal sealed class TrialRun : IProgress<EpochReport>
{
    private readonly TrialSpec _spec;
    private readonly FoldState[] _folds;
    private readonly Action<TrialMoment>? _afterEpoch;
    private readonly TrialMoment _moment;
    private int _fold;

    /// <summary>A trial at its beginning, or where it was left.</summary>
    /// <exception cref="ArgumentException">The state is of another trial, or has another number of folds.</exception>
    internal TrialRun(TrialSpec spec, TrialState? from, int folds, Action<TrialMoment>? afterEpoch)
    {
        if (from is not null && (from.Index != spec.Index || from.Rung > spec.Rung || from.Folds.Length != folds))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The state is of trial {from.Index} on rung {from.Rung} with {from.Folds.Length} folds, but trial {spec.Index} with {folds} folds is to be trained on rung {spec.Rung}."), nameof(from));
        }

        _spec = spec;
        _folds = from is null ? [.. Enumerable.Repeat(FoldState.None, folds)] : [.. from.Folds];
        _afterEpoch = afterEpoch;
        _moment = new TrialMoment(spec, Capture);
    }

    /// <summary>Whether the fold that ended last has diverged.</summary>
    internal bool HasDiverged => _folds[_fold].Outcome?.Stop == TrialStop.Diverged;

    /// <summary>Where a fold stands, which is the one at work from now on.</summary>
    internal FoldState Begin(int fold) => _folds[_fold = fold];

    /// <summary>The fold at work has ended; without an outcome it was cancelled and stays where it was.</summary>
    internal void End((FoldOutcome? Outcome, byte[]? Weights) done)
    {
        if (done.Outcome is { } outcome)
        {
            _folds[_fold] = new FoldState(outcome, done.Weights, null);
        }
    }

    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        if (_afterEpoch is not null)
        {
            (_moment.Fold, _moment.Epoch, _moment.Loss) = (_fold, value.Epoch, value.MonitoredLoss);
            _afterEpoch(_moment);
        }
    }

    /// <summary>What the trial gave.</summary>
    /// <param name="prefersMore">Whether more of the score is better.</param>
    /// <param name="mayGoOn">Whether there is a rung behind this one.</param>
    internal TrialOutcome Outcome(bool prefersMore, bool mayGoOn)
    {
        FoldOutcome[] outcomes = [.. _folds.TakeWhile(static fold => fold.Outcome is not null).Select(static fold => fold.Outcome!)];
        TrialStop stop = Stop(outcomes);
        bool hasDiverged = stop == TrialStop.Diverged;
        (double mean, double deviation) = hasDiverged ? (double.NaN, double.NaN) : MeanAndDeviation([.. outcomes.Select(static fold => fold.Score)]);
        return new TrialOutcome
        {
            Index = _spec.Index,
            Rung = _spec.Rung,
            Folds = outcomes,
            Score = mean,
            Deviation = deviation,
            Stop = stop,
            Weights = hasDiverged ? null : _folds[Best(outcomes, prefersMore)].Weights,
            State = mayGoOn && stop == TrialStop.Completed ? Capture() : null,
        };
    }

    private TrialState Capture() => new(_spec.Index, _spec.Rung, [.. _folds]);

    /// <summary>A trial goes on as long as one of its folds does.</summary>
    private static TrialStop Stop(FoldOutcome[] folds) =>
        folds.Any(static fold => fold.Stop == TrialStop.Diverged) ? TrialStop.Diverged
        : folds.Any(static fold => fold.Stop == TrialStop.Completed) ? TrialStop.Completed
        : folds.Any(static fold => fold.Stop == TrialStop.GradientTolerance) ? TrialStop.GradientTolerance
        : TrialStop.Patience;

    private static int Best(FoldOutcome[] folds, bool prefersMore)
    {
        int best = 0;
        for (int fold = 1; fold < folds.Length; fold++)
        {
            double difference = folds[fold].Score - folds[best].Score;
            if ((prefersMore ? difference > 0 : difference < 0) || (double.IsNaN(folds[best].Score) && !double.IsNaN(folds[fold].Score)))
            {
                best = fold;
            }
        }

        return best;
    }

    private static (double Mean, double Deviation) MeanAndDeviation(double[] scores)
    {
        // In the order of the folds, as a cross-validation adds them.
        double mean = scores.Aggregate(0.0, (sum, score) => sum + (score / scores.Length));
        double variance = scores.Aggregate(0.0, (sum, score) => sum + ((score - mean) * (score - mean) / scores.Length));
        return (mean, Math.Sqrt(variance));
    }
}
