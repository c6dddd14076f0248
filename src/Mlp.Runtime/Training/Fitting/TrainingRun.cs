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
    // A training whose loss has risen so far above where it began does not come back.
    private const double Explosion = 1000;

    private readonly Dataset _data;
    private readonly TrainerOptions _options;
    private readonly IProgress<EpochReport>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly int _batchSize;
    private readonly MinibatchReader _batches;
    private readonly ValidationMeasure<TNetwork>? _validation;
    private readonly GradientMeter? _gradients;
    private readonly LearningRateSchedule _schedule;
    private readonly BestParameters<TNetwork> _best;
    private readonly List<EpochReport> _history = [];
    private readonly long _started = Stopwatch.GetTimestamp();

    // Not read-only: the methods of a struct are to change it, not a copy.
    private TNetwork _network;
    private PatienceCounter _patience;
    private TrainingTime _time;
    private double _rate;
    private double _lossSum;
    private double _firstLoss;
    private double? _initialLoss;

    internal TrainingRun(TNetwork network, Dataset data, TrainerOptions options, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        (_data, Dataset? validation) = TrainingData.For<TNetwork>(data, options);
        _network = network;
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _batchSize = Math.Min(options.BatchSize, _data.Count);
        _batches = new MinibatchReader(_data, _batchSize, TNetwork.OutputSize, options.Shuffle, options.Seed);
        _validation = validation is null ? null : new ValidationMeasure<TNetwork>(validation);
        _gradients = options.NeedsGradient
            ? new GradientMeter(TNetwork.ParameterCount, options.MeasureGradients ? TNetwork.Description.Layers : [], options)
            : null;
        _schedule = options.Schedule.Start();
        _patience = new PatienceCounter(options.Patience, options.MinimumImprovement);
        _best = new BestParameters<TNetwork>(ref _network);
    }

    /// <summary>The network: a struct is a copy.</summary>
    internal TNetwork Network => _network;

    internal TrainingResult Fit()
    {
        StopReason reason;
        try
        {
            reason = TrainEpochs();
            if (reason == StopReason.Diverged)
            {
                CompareWithStart();
            }
        }
        finally
        {
            _best.Restore(ref _network);
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
        int start = 0;
        while (start < _data.Count)
        {
            if (_cancellation.IsCancellationRequested)
            {
                return StopReason.Cancelled;
            }

            int count = Math.Min(_batchSize, _data.Count - start);
            _rate = RateNow();
            float loss = Step(start, count);
            if (!float.IsFinite(loss))
            {
                return StopReason.Diverged;
            }

            _firstLoss = _time.Step == 0 ? loss : _firstLoss;
            _lossSum += (double)loss * count;
            _time = _time with { Step = _time.Step + 1, Sample = _time.Sample + count };
            start += count;
        }

        _time = _time with { Epoch = _time.Epoch + 1 };
        return null;
    }

    /// <summary>Takes one step.</summary>
    /// <returns>The mean loss before it; NaN where the gradient was not finite and no step was taken.</returns>
    private float Step(int start, int count)
    {
        ReadOnlySpan<float> inputs = _batches.Features(start, count);
        ReadOnlySpan<float> targets = _batches.Targets(start, count);
        if (_gradients is null)
        {
            return _network.TrainStep(inputs, targets, (float)_rate);
        }

        float loss = _network.ComputeGradient(inputs, targets, _gradients.Gradient);
        if (!_gradients.Take(count))
        {
            return float.NaN;
        }

        _network.ApplyGradient(_gradients.Gradient, (float)_rate);
        return loss;
    }

    private double RateNow()
    {
        double rate = _schedule.RateAt(_time);
        return rate >= 0 && float.IsFinite((float)rate)
            ? rate
            : throw new InvalidOperationException(RowMajor.Invariant(
                $"The schedule gave the rate {rate} for step {_time.Step} of epoch {_time.Epoch} (counted from 0), but must give a finite number of 0 or more: correct its RateAt."));
    }

    private EpochReport Measure(int epoch, TimeSpan duration)
    {
        double? validationLoss = _validation?.Loss(_network);
        (double? accuracy, double? r2) = _validation?.Metrics(_network) ?? default;
        double[] layerNorms = [];
        double? norm = _gradients?.EndEpoch(_data.Count, out layerNorms);
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
        if (!_best.Offer(ref _network, report.Epoch, loss) || HasExploded(report.TrainingLoss))
        {
            return StopReason.Diverged;
        }

        _schedule.Observe(loss);
        _patience.Observe(loss);
        if (report.GradientNorm <= _options.GradientTolerance)
        {
            return StopReason.GradientTolerance;
        }

        return _patience.IsExhausted ? StopReason.Patience : null;
    }

    /// <summary>
    /// Whether the loss is finite, but beyond all measure, as where all units have died after a step far too long. The first
    /// batch may have been an easy one: before judging, the loss of all data at the start is computed, once.
    /// </summary>
    private bool HasExploded(double loss)
    {
        if (!IsFarAbove(_firstLoss))
        {
            return false;
        }

        if (_initialLoss is null)
        {
            float[] parameters = new float[TNetwork.ParameterCount];
            _network.CopyParametersTo(parameters);
            _best.RestoreInitial(ref _network);
            _initialLoss = _network.MeanLoss(_data);
            _network.SetParameters(parameters);
        }

        return IsFarAbove(_initialLoss.Value);

        bool IsFarAbove(double start) => loss > Explosion * (1 + Math.Abs(start));
    }

    /// <summary>
    /// After a divergence even the best epoch may have ended far from where its training loss was measured: it stays the best
    /// one only if it is no worse than the start.
    /// </summary>
    private void CompareWithStart()
    {
        if (_best.Epoch == 0)
        {
            return;
        }

        _best.Restore(ref _network);
        double best = MonitoredLoss();
        _best.RestoreInitial(ref _network);
        if (!(best <= MonitoredLoss()))
        {
            _best.PreferInitial();
        }

        double MonitoredLoss() => _validation?.Loss(_network) ?? _network.MeanLoss(_data);
    }
}
