using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>One training from its first batch to the restored parameters.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed partial class TrainingRun<TNetwork>
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
    private readonly DataSchema? _schemaBefore;
    private readonly RunCheckpoints<TNetwork> _checkpoints;

    private TrainingSteps<TNetwork> _steps = null!;
    private PatienceCounter _patience;
    private TrainingTime _time;
    private double _rate;
    private int _epoch;
    private double _divergedLoss = double.NaN;
    private CompensatedSum _lossSum;

    internal TrainingRun(TNetwork network, Dataset data, TrainerOptions options, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        _network = network;
        (_data, Dataset? validation, float[] weights) = TrainingData.For(_network, data, options);
        OptionRules.Require(_network, _data.Count, options);
        _checkpoints = new RunCheckpoints<TNetwork>(_network, options, () => RunSettings.Of(_network, data, options, _batchSize));
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        bool wholeBatches = options.LineSearch is not null;
        if (wholeBatches)
        {
            // Read in place: a line search passes through all samples several times an epoch.
            _data = _data.Compact();
        }

        _batchSize = wholeBatches ? _data.Count : Math.Min(options.BatchSize, _data.Count);
        bool encodes = BatchSlices.AreNeeded(_network, options) || _network is not IClassifier;
        int slices = BatchSlices.Of(_network, options.DegreeOfParallelism).Count(_batchSize);
        _batches = new MinibatchReader(_data, weights, _batchSize, TNetwork.OutputSize, encodes, options.Shuffle && !wholeBatches, options.Seed, slices);
        _validation = validation is null ? null : new ValidationMeasure<TNetwork>(validation);
        _schedule = options.Schedule.Start();
        _patience = new PatienceCounter(options.Patience, options.MinimumImprovement);
        _best = new BestParameters<TNetwork>(_network);
        _explosions = new ExplosionCheck(() => _best.InitialLoss(TrainingLoss));
        _schemaBefore = _network.GetSchema();
        if (options.Resume is { } resume)
        {
            GoOnFrom(resume.For<TNetwork>());
        }

        DataFit.Remember(_network, data.Schema);
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
            if (reason != StopReason.Diverged && BestIsUnmeasured() && LastStepExploded(out _divergedLoss))
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
            ForgetWhatWasNotLearned();
        }

        return new TrainingResult(reason, _best.Epoch, _best.Loss, _history.AsReadOnly())
        {
            Divergence = reason == StopReason.Diverged ? Divergence() : null,
        };
    }

    /// <summary>What is known of a divergence; who made the network by hand need not describe it.</summary>
    private void ForgetWhatWasNotLearned()
    {
        // With the parameters from before, it was not fitted on these samples: the next ones may be scaled, as a divergence advises.
        if (_best.Epoch == 0 && _network is IFittedNetwork fitted)
        {
            fitted.Schema = _schemaBefore;
        }
    }

    private TrainingDivergence Divergence()
    {
        bool isDescribed = _network is IFittedNetwork or ISlicedTraining;
        return new TrainingDivergence(Math.Max(1, _epoch), _time.Step, _divergedLoss, _rate, 0, null)
            .ReadOff(_data, isDescribed ? TNetwork.Description.Loss : null);
    }

    private StopReason TrainEpochs()
    {
        // One that was resumed may have been at its end.
        if (_history.Count > 0 && ReasonToStop(_history[^1]) is { } reached)
        {
            return reached;
        }

        for (int epoch = _history.Count + 1; epoch <= _options.Epochs; epoch++)
        {
            _epoch = epoch;
            long begun = Stopwatch.GetTimestamp();
            if (TrainBatches() is { } interrupted)
            {
                return interrupted;
            }

            EpochReport report = Measure(epoch, Stopwatch.GetElapsedTime(begun));
            _history.Add(report);
            StopReason? reason = Judge(report);
            _progress?.Report(report);
            if (reason != StopReason.Diverged)
            {
                _checkpoints.Tell(_best, _explosions, _history, _data.Schema);
            }

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
        _lossSum = default;
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
                _divergedLoss = loss;
                return StopReason.Diverged;
            }

            _explosions.Observe(loss);
            _lossSum.Add(loss * count);
            _time = _time with { Step = _time.Step + 1, Sample = _time.Sample + count };
        }

        _time = _time with { Epoch = _time.Epoch + 1 };
        return null;
    }

    private int BatchAt(int start) => Math.Min(_batchSize, _data.Count - start);

    private double RateNow()
    {
        double rate = _schedule.RateAt(_time);
        return CompilerServices.Require.IsLearningRate(rate)
            ? rate
            : throw new InvalidOperationException(RowMajor.Invariant(
                $"The schedule gave the rate {rate} for step {_time.Step} of epoch {_time.Epoch} (counted from 0), but must give {CompilerServices.Require.RateWords}: correct its RateAt."));
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
            TrainingLoss = _lossSum.Mean(_data.Count),
            ValidationLoss = validationLoss,
            Accuracy = accuracy,
            R2 = r2,
            LearningRate = _rate,
            GradientNorm = norm,
            LayerGradientNorms = layerNorms,
            SamplesPerSecond = _data.Count * (double)TimeSpan.TicksPerSecond / Math.Max(duration.Ticks, 1),
            Elapsed = _elapsedBefore + Stopwatch.GetElapsedTime(_started),
        };
    }

    /// <summary>Draws the conclusions from an epoch: best parameters, schedule, and whether to stop.</summary>
    private StopReason? Judge(EpochReport report)
    {
        double loss = report.MonitoredLoss;
        if (!_best.Offer(report.Epoch, loss) || _explosions.HasExploded(report.TrainingLoss))
        {
            _divergedLoss = double.IsFinite(loss) ? report.TrainingLoss : loss;
            return StopReason.Diverged;
        }

        _schedule.Observe(loss);
        _patience.Observe(loss);
        return ReasonToStop(report);
    }

    /// <summary>Whether an epoch that was judged is the last one, and why.</summary>
    private StopReason? ReasonToStop(EpochReport report)
    {
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
    /// <param name="loss">The loss of all samples; that of the batch where it is no explosion.</param>
    private bool LastStepExploded(out double loss)
    {
        _best.Restore();
        int last = (_data.Count - 1) / _batchSize * _batchSize;
        loss = _steps.Losses.Loss(last, BatchAt(last));
        return _explosions.HasExploded(loss) && _explosions.HasExploded(loss = TrainingLoss());
    }

    /// <summary>The mean loss of all samples to learn from, with their weights, at the parameters that the network has.</summary>
    private double TrainingLoss()
    {
        CompensatedSum sum = default;
        for (int start = 0, count; start < _data.Count; start += count)
        {
            count = BatchAt(start);
            sum.Add(_steps.Losses.Loss(start, count) * count);
        }

        return sum.Mean(_data.Count);
    }
}
