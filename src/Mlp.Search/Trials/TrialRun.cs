using System;
using System.IO;
using System.Linq;
using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>One trial on its way through its folds: what is done, and where the fold at work stands.</summary>
internal sealed class TrialRun
{
    private readonly TrialSpec _spec;
    private readonly FoldState[] _folds;
    private readonly Action<TrialMoment>? _afterEpoch;
    private readonly TrialMoment _moment;
    private readonly bool _mayGoOn;
    private int _fold;

    // Saves the training of the fold at work, as long as somebody may ask.
    private Action<Stream>? _save;
    private byte[]? _endOfRung;

    /// <summary>A trial at its beginning, or where it was left.</summary>
    /// <param name="spec">What is to be done.</param>
    /// <param name="from">Where it was left; none for the beginning.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="mayGoOn">Whether there is a rung behind this one.</param>
    /// <param name="afterEpoch">Is called after each epoch.</param>
    /// <exception cref="ArgumentException">The state is of another trial, or has another number of folds.</exception>
    internal TrialRun(TrialSpec spec, TrialState? from, int folds, bool mayGoOn, Action<TrialMoment>? afterEpoch)
    {
        if (from is not null && (from.Index != spec.Index || from.Rung > spec.Rung || from.Folds.Length != folds))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The state is of trial {from.Index} on rung {from.Rung} with {from.Folds.Length} folds, but trial {spec.Index} with {folds} folds is to be trained on rung {spec.Rung}."), nameof(from));
        }

        _spec = spec;
        _folds = from is null ? [.. Enumerable.Repeat(FoldState.None, folds)] : [.. from.Folds];
        _mayGoOn = mayGoOn;
        _afterEpoch = afterEpoch;
        _moment = new TrialMoment(spec, Capture);
    }

    /// <summary>Whether the fold that ended last has diverged.</summary>
    internal bool HasDiverged => _folds[_fold].Outcome?.Stop == TrialStop.Diverged;

    /// <summary>Where a fold stands, which is the one at work from now on.</summary>
    internal FoldState Begin(int fold)
    {
        _fold = fold;

        // One that was left after the last epoch of the rung trains no more, and stands where it stood.
        _endOfRung = _mayGoOn ? _folds[fold].Checkpoint : null;
        return _folds[fold];
    }

    /// <summary>The fold at work has ended; without an outcome it was cancelled and stays where it was.</summary>
    /// <returns>Whether it has an outcome.</returns>
    internal bool End((FoldOutcome? Outcome, byte[]? Weights) done)
    {
        if (done.Outcome is not { } outcome)
        {
            return false;
        }

        _folds[_fold] = new FoldState(outcome, done.Weights, outcome.Stop == TrialStop.Completed ? _endOfRung : null);
        return true;
    }

    /// <summary>The fold at work has ended an epoch.</summary>
    /// <param name="epoch">Which one, counted from 1.</param>
    /// <param name="loss">The smallest held-out loss so far.</param>
    /// <param name="save">Saves the training, during this call alone.</param>
    internal void AfterEpoch(int epoch, double loss, Action<Stream> save)
    {
        _save = save;
        _endOfRung = _mayGoOn && epoch == _spec.Epochs ? Bytes(save) : null;

        if (_afterEpoch is not null)
        {
            (_moment.Fold, _moment.Epoch, _moment.Loss) = (_fold, epoch, loss);
            _afterEpoch(_moment);
        }

        _save = null;
    }

    /// <summary>What the trial gave.</summary>
    /// <param name="prefersMore">Whether more of the score is better.</param>
    internal TrialOutcome Outcome(bool prefersMore)
    {
        // Behind a fold that diverged are those that were not trained, or had been on the rung before.
        FoldOutcome[] outcomes = [.. _folds.Take(_fold + 1).Select(static fold => fold.Outcome!)];
        TrialStop stop = Stop(outcomes);
        bool hasDiverged = stop == TrialStop.Diverged;
        MeanAndDeviation score = hasDiverged ? new(double.NaN, double.NaN) : MeanAndDeviation.Of([.. outcomes.Select(static fold => fold.Score)]);
        return new TrialOutcome
        {
            Index = _spec.Index,
            Rung = _spec.Rung,
            Folds = outcomes,
            Score = score.Mean,
            Deviation = score.StandardDeviation,
            Stop = stop,
            Weights = hasDiverged ? null : _folds[Best(outcomes, prefersMore)].Weights,
            State = _mayGoOn && stop == TrialStop.Completed ? new TrialState(_spec.Index, _spec.Rung, [.. _folds]) : null,
        };
    }

    private TrialState Capture()
    {
        FoldState[] folds = [.. _folds];
        if (_save is not null)
        {
            folds[_fold] = new FoldState(null, null, _endOfRung ?? Bytes(_save));
        }

        return new TrialState(_spec.Index, _spec.Rung, folds);
    }

    private static byte[] Bytes(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return stream.ToArray();
    }

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
}
