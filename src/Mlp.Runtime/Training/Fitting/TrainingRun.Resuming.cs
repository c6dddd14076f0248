using System;

namespace Mlp.Training;

/// <content>How a training goes on from a checkpoint: what follows from the reports is worked out again, what does not is in the checkpoint.</content>
internal sealed partial class TrainingRun<TNetwork>
{
    private TimeSpan _elapsedBefore;

    /// <summary>Takes all over that the training had. The network changes last, when nothing can go wrong any more.</summary>
    /// <exception cref="ArgumentException">This training is another one.</exception>
    private void GoOnFrom(TrainingState state)
    {
        _checkpoints.Settings.RequireSame(state.Settings);
        int epochs = state.History.Count;
        if (epochs > _options.Epochs)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"options has Epochs = {_options.Epochs}, but the training that Resume goes on with has {epochs} already: set Epochs to {epochs} or more."), "options");
        }

        foreach (EpochReport report in state.History)
        {
            PassOver(report);
        }

        (_epoch, _rate) = (epochs, state.History[^1].LearningRate);
        _elapsedBefore = state.History[^1].Elapsed;
        _history.AddRange(state.History);
        _explosions.Restore(state.FirstLoss, state.InitialLoss);
        _best.Restore(state);
        _checkpoints.Restore(state);
    }

    /// <summary>Does all that an epoch did but for its steps.</summary>
    private void PassOver(EpochReport report)
    {
        _batches.BeginEpoch();
        int steps = ((_data.Count - 1) / _batchSize) + 1;
        int last = (steps - 1) * _batchSize;
        TrainingTime lastStep = new(_time.Epoch, _time.Step + steps - 1, _time.Sample + last);
        double rate = _options.LineSearch is null ? _schedule.RateAt(lastStep) : report.LearningRate;
        if (rate != report.LearningRate)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"options has a Schedule that gives the rate {rate} for the last step of epoch {report.Epoch}, but the training that Resume goes on with took {report.LearningRate}: set the schedule that it had; its rates must follow from the time and the losses alone."),
                "options");
        }

        _time = new TrainingTime(_time.Epoch + 1, _time.Step + steps, _time.Sample + _data.Count);
        _schedule.Observe(report.MonitoredLoss);
        _patience.Observe(report.MonitoredLoss);
    }
}
