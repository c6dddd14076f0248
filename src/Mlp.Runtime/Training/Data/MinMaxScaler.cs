using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Scales each feature, or target, so that the training data fills a range, usually 0 to 1:
/// z = lower + (x − minimum) · (upper − lower) / (maximum − minimum) [scikit-learn 1.2, MinMaxScaler]. Later values outside
/// the training data's range come out outside.
/// </summary>
/// <remarks>
/// A constant feature is not stretched (its maximum − minimum counts as 1), and so becomes the lower end. Constant, as in
/// scikit-learn, is a difference below 10 ε = 2.2e-15.
/// </remarks>
public sealed class MinMaxScaler : FeatureScaler
{
    private const double Constant = 10.0 / (1L << 52);

    private readonly double[] _minimum;
    private readonly double[] _maximum;
    private readonly double[] _factor;

    /// <summary>A scaler with parameters that were fitted before, for example read from a file.</summary>
    /// <param name="minimum">One finite number for each feature.</param>
    /// <param name="maximum">One finite number for each feature, no smaller.</param>
    /// <param name="lower">The value that the minimum becomes: finite.</param>
    /// <param name="upper">The value that the maximum becomes: finite, larger.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, or a number is outside its range.</exception>
    public MinMaxScaler(ReadOnlySpan<double> minimum, ReadOnlySpan<double> maximum, double lower = 0, double upper = 1)
        : base(Hyperparameter.AtLeast(minimum.Length, 1))
    {
        if (!(lower < upper && double.IsFinite(upper - lower)))
        {
            throw new ArgumentException(RowMajor.Invariant($"lower is {lower} and upper is {upper}, but both must be finite and lower below upper."), nameof(upper));
        }

        _minimum = Parameters(minimum, FeatureCount, nameof(minimum));
        _maximum = Parameters(maximum, FeatureCount, nameof(maximum));
        _factor = new double[FeatureCount];
        Lower = lower;
        Upper = upper;
        for (int column = 0; column < _factor.Length; column++)
        {
            double range = _maximum[column] - _minimum[column];
            if (range < 0)
            {
                throw new ArgumentException(RowMajor.Invariant($"maximum is below minimum for feature {column} (counted from 0)."), nameof(maximum));
            }

            _factor[column] = (upper - lower) / (range < Constant ? 1 : range);
        }
    }

    /// <summary>The smallest value of each feature.</summary>
    public ReadOnlySpan<double> Minimum => _minimum;

    /// <summary>The largest value of each feature.</summary>
    public ReadOnlySpan<double> Maximum => _maximum;

    /// <summary>The value that the minimum becomes.</summary>
    public double Lower { get; }

    /// <summary>The value that the maximum becomes.</summary>
    public double Upper { get; }

    /// <summary>Reads minimum and maximum of each feature off the training data; they become 0 and 1.</summary>
    /// <param name="training">The training part only.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    public static MinMaxScaler Fit(Dataset training) => Fit(training, 0, 1);

    /// <summary>Reads minimum and maximum of each feature off the training data.</summary>
    /// <param name="training">The training part only.</param>
    /// <param name="lower">The value that the minimum becomes: finite.</param>
    /// <param name="upper">The value that the maximum becomes: finite, larger.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    /// <exception cref="ArgumentException">The ends are not finite, or not in order.</exception>
    public static MinMaxScaler Fit(Dataset training, double lower, double upper = 1)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Fit(training, training.FeatureCount, static (data, row) => data.Features(row), lower, upper);
    }

    /// <summary>Reads minimum and maximum of each target off the training data; they become 0 and 1.</summary>
    /// <param name="training">The training part only.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public static MinMaxScaler FitTargets(Dataset training) => FitTargets(training, 0, 1);

    /// <summary>Reads minimum and maximum of each target off the training data: a scaler for <see cref="FeatureScaler.TransformTargets"/>.</summary>
    /// <param name="training">The training part only.</param>
    /// <param name="lower">The value that the minimum becomes: finite.</param>
    /// <param name="upper">The value that the maximum becomes: finite, larger.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    /// <exception cref="ArgumentException">The ends are not finite, or not in order.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public static MinMaxScaler FitTargets(Dataset training, double lower, double upper = 1)
    {
        ArgumentNullException.ThrowIfNull(training);
        training.RequireTargets();
        return Fit(training, training.TargetCount, static (data, row) => data.Targets(row), lower, upper);
    }

    /// <inheritdoc/>
    internal override (double Factor, double Offset) Map(int column) => (_factor[column], Lower - (_minimum[column] * _factor[column]));

    private protected override bool HasNumbersOf(FeatureScaler other) => other is MinMaxScaler range
        && Minimum.SequenceEqual(range.Minimum) && Maximum.SequenceEqual(range.Maximum) && Lower == range.Lower && Upper == range.Upper;

    private protected override string Words(int column) =>
        RowMajor.Invariant($"{_minimum[column]:G5} to {_maximum[column]:G5} becomes {Lower:G5} to {Upper:G5}");

    private static MinMaxScaler Fit(Dataset training, int columns, DatasetRow rowOf, double lower, double upper)
    {
        double[] minimum = new double[columns];
        double[] maximum = new double[columns];
        Array.Fill(minimum, double.PositiveInfinity);
        Array.Fill(maximum, double.NegativeInfinity);
        for (int row = 0; row < training.Count; row++)
        {
            ReadOnlySpan<float> values = rowOf(training, row);
            for (int column = 0; column < minimum.Length; column++)
            {
                minimum[column] = Math.Min(minimum[column], values[column]);
                maximum[column] = Math.Max(maximum[column], values[column]);
            }
        }

        return new MinMaxScaler(minimum, maximum, lower, upper);
    }

    private protected override void Scale(ReadOnlySpan<float> samples, Span<float> destination)
    {
        for (int index = 0, column = 0; index < samples.Length; index++)
        {
            destination[index] = (float)(Lower + ((samples[index] - _minimum[column]) * _factor[column]));
            column = column + 1 < _minimum.Length ? column + 1 : 0;
        }
    }

    private protected override void Unscale(ReadOnlySpan<float> samples, Span<float> destination)
    {
        for (int index = 0, column = 0; index < samples.Length; index++)
        {
            destination[index] = (float)(_minimum[column] + ((samples[index] - Lower) / _factor[column]));
            column = column + 1 < _minimum.Length ? column + 1 : 0;
        }
    }
}
