using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Multiplies the rate by a factor when the monitored loss has stopped falling: the rules of PyTorch's ReduceLROnPlateau,
/// mode "min", with its defaults. A relative threshold is a part of the size of the best loss, which may be below 0, as that of
/// Poisson regression is for counts above e.
/// </summary>
/// <remarks>
/// An epoch is bad when its loss is not better than the best so far by the threshold. More bad epochs in a row than the
/// patience reduce the rate; then that many epochs as the cooldown says are not counted as bad. This is the one schedule
/// with a state: <see cref="Start"/> gives a run its own.
/// </remarks>
public sealed class ReduceOnPlateauSchedule : LearningRateSchedule
{
    // PyTorch's eps: a smaller reduction is not made.
    private const double SmallestReduction = 1e-8;

    private double _rate;
    private double _best = double.PositiveInfinity;
    private int _badEpochs;
    private int _cooldownLeft;

    /// <summary>A schedule that waits for a plateau.</summary>
    /// <param name="initialRate">The rate until the first reduction: finite, above 0.</param>
    /// <param name="factor">What a reduction multiplies the rate by: above 0 and below 1.</param>
    /// <param name="patience">How many bad epochs in a row are borne: 0 or more.</param>
    /// <param name="threshold">By how much a loss must be better to count: finite, 0 or more.</param>
    /// <param name="thresholdMode">Whether the threshold is relative to the best loss or absolute.</param>
    /// <param name="cooldown">How many epochs after a reduction are not counted as bad: 0 or more.</param>
    /// <param name="minimumRate">No reduction goes below: 0 to the initial rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ReduceOnPlateauSchedule(
        double initialRate,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        ThresholdMode thresholdMode = ThresholdMode.Relative,
        int cooldown = 0,
        double minimumRate = 0)
    {
        InitialRate = Hyperparameter.Rate(initialRate);
        Factor = Hyperparameter.Fraction(factor);
        Patience = Hyperparameter.AtLeast(patience, 0);
        Threshold = Hyperparameter.NotNegative(threshold);
        ThresholdMode = Hyperparameter.Defined(thresholdMode);
        Cooldown = Hyperparameter.AtLeast(cooldown, 0);
        MinimumRate = Hyperparameter.Between(minimumRate, 0, initialRate);
        _rate = initialRate;
    }

    /// <summary>The rate until the first reduction.</summary>
    public double InitialRate { get; }

    /// <summary>What a reduction multiplies the rate by.</summary>
    public double Factor { get; }

    /// <summary>How many bad epochs in a row are borne.</summary>
    public int Patience { get; }

    /// <summary>By how much a loss must be better to count.</summary>
    public double Threshold { get; }

    /// <summary>Whether the threshold is relative to the best loss or absolute.</summary>
    public ThresholdMode ThresholdMode { get; }

    /// <summary>How many epochs after a reduction are not counted as bad.</summary>
    public int Cooldown { get; }

    /// <summary>No reduction goes below.</summary>
    public double MinimumRate { get; }

    internal override string Declaration => FormattableString.Invariant($"ReduceOnPlateau({InitialRate}, {Factor}, {Patience}, {Threshold}, {ThresholdMode}, {Cooldown}, {MinimumRate})");

    /// <summary>The rate now; the time plays no part.</summary>
    /// <param name="time">Not used.</param>
    public override double RateAt(TrainingTime time) => _rate;

    /// <inheritdoc/>
    public override void Observe(double loss)
    {
        if (IsBetter(loss))
        {
            _best = loss;
            _badEpochs = 0;
        }
        else
        {
            _badEpochs++;
        }

        if (_cooldownLeft > 0)
        {
            _cooldownLeft--;
            _badEpochs = 0;
        }

        if (_badEpochs > Patience)
        {
            Reduce();
            _cooldownLeft = Cooldown;
            _badEpochs = 0;
        }
    }

    /// <inheritdoc/>
    public override LearningRateSchedule Start() =>
        new ReduceOnPlateauSchedule(InitialRate, Factor, Patience, Threshold, ThresholdMode, Cooldown, MinimumRate);

    // The first loss is better than none: of an infinite best no bound can be made.
    private bool IsBetter(double loss) => loss < (double.IsFinite(_best) ? Bound() : _best);

    // PyTorch's best · (1 − threshold) lies above a best below 0, where any loss would be better: what is asked for is a part of its size.
    private double Bound() => ThresholdMode == ThresholdMode.Absolute
        ? _best - Threshold
        : _best * (_best < 0 ? 1 + Threshold : 1 - Threshold);

    private void Reduce()
    {
        double reduced = Math.Max(_rate * Factor, MinimumRate);
        if (_rate - reduced > SmallestReduction)
        {
            _rate = reduced;
        }
    }
}
