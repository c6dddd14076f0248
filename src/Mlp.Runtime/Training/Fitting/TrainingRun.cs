using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Mlp.Training;

/// <summary>One training from its first batch to the restored parameters.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class TrainingRun<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    // A struct in its box: whoever has this reference, as one interface or another, has the same network and no copy.
    private readonly INetwork<TNetwork> _network;
    private readonly Dataset _data;
    private readonly TrainerOptions _options;
    private readonly IProgress<EpochReport>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly int _batchSize;
    private readonly MinibatchReader _batches;
    private readonly ValidationMeasure<TNetwork>? _validation;
    private readonly LearningRateSchedule _schedule;
    private readonly BestParameters<TNetwork> _best;
    private readonly ExplosionCheck _explosions;
    private readonly List<EpochReport> _history = [];
    private readonly long _started = Stopwatch.GetTimestamp();

    private TrainingSteps<TNetwork> _steps = null!;
    private PatienceCounter _patience;
    private TrainingTime _time;
    private double _rate;
    private double _lossSum;

    internal TrainingRun(TNetwork network, Dataset data, TrainerOptions options, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        (_data, Dataset? validation, float[] weights) = TrainingData.For<TNetwork>(data, options);
        _network = network;
        OptionRules.Require(_network, _data.Count, options);
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        bool wholeBatches = options.LineSearch is not null;
        if (wholeBatches)
        {
            // Read in place: a line search passes through all samples several times an epoch.
            _data = _data.Compact().ForOutputs(TNetwork.OutputSize);
        }

        _batchSize = wholeBatches ? _data.Count : Math.Min(options.BatchSize, _data.Count);
        bool encodes = options.NeedsSlices || _network is not IClassifier;
        _batches = new MinibatchReader(_data, weights, _batchSize, TNetwork.OutputSize, encodes, options.Shuffle && !wholeBatches, options.Seed);
        _validation = validation is null ? null : new ValidationMeasure<TNetwork>(validation);
        _schedule = options.Schedule.Start();
        _patience = new PatienceCounter(options.Patience, options.MinimumImprovement);
        _best = new BestParameters<TNetwork>(_network);
        _explosions = new ExplosionCheck(() => _best.InitialLoss(TrainingLoss));
    }

    /// <summary>The network: a struct is a copy.</summary>
    internal TNetwork Network => (TNetwork)_network;

    internal TrainingResult Fit()
    {
        using TrainingSteps<TNetwork> steps = _steps = new TrainingSteps<TNetwork>(_network, _batches, _batchSize, _options);
        StopReason reason;
        try
        {
            reason = TrainEpochs();
            if (reason != StopReason.Diverged && BestIsUnmeasured() && LastStepExploded())
            {
                reason = StopReason.Diverged;
            }

            if (reason == StopReason.Diverged)
            {
                // What the optimizer remembers of a divergence is no beginning for another training.
                (_network as ISlicedTraining)?.ResetOptimizer();

                // Even the best epoch may have ended far from where its training loss was measured.
                _best.Reconsider(() => _validation?.Loss(Network) ?? TrainingLoss());
            }
        }
        finally
        {
            _best.Restore();
        }

        return new TrainingResult(reason, _best.Epoch, _best.Loss, _history.AsReadOnly());
    }

    private StopReason TrainEpochs()
    {
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            long begun = Stopwatch.GetTimestamp();
            if (TrainBatches() is { } interrupted)
            {
                return interrupted;
            }

            EpochReport report = Measure(epoch, Stopwatch.GetElapsedTime(begun));
            _history.Add(report);
            StopReason? reason = Judge(report);
            _progress?.Report(report);
            if (reason is { } stop)
            {
                return stop;
            }
        }

        return StopReason.Completed;
    }

    /// <summary>Passes once through the data.</summary>
    /// <returns>Why the epoch was not completed; nothing where it was.</returns>
    private StopReason? TrainBatches()
    {
        _batches.BeginEpoch();
        _lossSum = 0;
        for (int start = 0, count; start < _data.Count; start += count)
        {
            if (_cancellation.IsCancellationRequested)
            {
                return StopReason.Cancelled;
            }

            count = BatchAt(start);
            (double loss, _rate) = _steps.Stepper.Step(start, count, RateNow());
            if (!double.IsFinite(loss))
            {
                return StopReason.Diverged;
            }

            _explosions.Observe(loss);
            _lossSum += loss * count;
            _time = _time with { Step = _time.Step + 1, Sample = _time.Sample + count };
        }

        _time = _time with { Epoch = _time.Epoch + 1 };
        return null;
    }

    private int BatchAt(int start) => Math.Min(_batchSize, _data.Count - start);

    private double RateNow()
    {
        double rate = _schedule.RateAt(_time);
        return Validation.Require.IsLearningRate(rate)
            ? rate
            : throw new InvalidOperationException(RowMajor.Invariant(
                $"The schedule gave the rate {rate} for step {_time.Step} of epoch {_time.Epoch} (counted from 0), but must give {Validation.Require.RateWords}: correct its RateAt."));
    }

    private EpochReport Measure(int epoch, TimeSpan duration)
    {
        double? validationLoss = _validation?.Loss(Network);
        (double? accuracy, double? r2) = _validation?.Metrics(Network) ?? default;
        double[] layerNorms = [];
        double? norm = _steps.Meter?.EndEpoch(_data.Count, out layerNorms);
        return new EpochReport
        {
            Epoch = epoch,
            TrainingLoss = _lossSum / _data.Count,
            ValidationLoss = validationLoss,
            Accuracy = accuracy,
            R2 = r2,
            LearningRate = _rate,
            GradientNorm = norm,
            LayerGradientNorms = layerNorms,
            SamplesPerSecond = _data.Count * (double)TimeSpan.TicksPerSecond / Math.Max(duration.Ticks, 1),
            Elapsed = Stopwatch.GetElapsedTime(_started),
        };
    }

    /// <summary>Draws the conclusions from an epoch: best parameters, schedule, and whether to stop.</summary>
    private StopReason? Judge(EpochReport report)
    {
        double loss = report.MonitoredLoss;
        if (!_best.Offer(report.Epoch, loss) || _explosions.HasExploded(report.TrainingLoss))
        {
            return StopReason.Diverged;
        }

        _schedule.Observe(loss);
        _patience.Observe(loss);
        if (report.GradientNorm <= _options.GradientTolerance)
        {
            return StopReason.GradientTolerance;
        }

        if (_options.LineSearch is not null && report.LearningRate == 0)
        {
            return StopReason.NoDecrease;
        }

        return _patience.IsExhausted ? StopReason.Patience : null;
    }

    /// <summary>
    /// Whether no loss of the best parameters is known: without validation, the last step of an epoch shows only in the losses
    /// of the next one.
    /// </summary>
    private bool BestIsUnmeasured() =>
        _validation is null && _options.LineSearch is null && _best.Epoch > 0 && _best.Epoch == _history.Count;

    /// <summary>
    /// Whether the last step of the last epoch went far too far: it shows in the loss of the batch that it was made for; before
    /// judging, all samples are looked at.
    /// </summary>
    private bool LastStepExploded()
    {
        _best.Restore();
        int last = (_data.Count - 1) / _batchSize * _batchSize;
        return _explosions.HasExploded(_steps.Losses.Loss(last, BatchAt(last))) && _explosions.HasExploded(TrainingLoss());
    }

    /// <summary>The mean loss of all samples to learn from, with their weights, at the parameters that the network has.</summary>
    private double TrainingLoss()
    {
        double sum = 0;
        for (int start = 0, count; start < _data.Count; start += count)
        {
            count = BatchAt(start);
            sum += _steps.Losses.Loss(start, count) * count;
        }

        return sum / _data.Count;
    }
}
