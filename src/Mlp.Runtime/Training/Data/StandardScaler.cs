using System;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Scales each feature, or target, to mean 0 and variance 1 over the training data: z = (x − mean) / scale, with scale the standard
/// deviation over n [scikit-learn 1.2, StandardScaler]. Sums are taken in <see cref="double"/>, in two passes, with an error bound
/// that does not grow with the number of samples (docs/numerics.md).
/// </summary>
/// <remarks>
/// A constant feature has scale 1, and so becomes 0 [scikit-learn 1.2]. Whether a feature is constant needs no tolerance
/// here: equal values of type <see cref="float"/>, however many, have exactly that value as their mean, and variance 0; no
/// others have.
/// </remarks>
public sealed class StandardScaler : FeatureScaler
{
    private readonly double[] _mean;
    private readonly double[] _scale;

    /// <summary>A scaler with parameters that were fitted before, for example read from a file.</summary>
    /// <param name="mean">One finite number for each feature.</param>
    /// <param name="scale">One finite number above 0 for each feature.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, or a number is outside its range.</exception>
    public StandardScaler(ReadOnlySpan<double> mean, ReadOnlySpan<double> scale)
        : base(Hyperparameter.AtLeast(mean.Length, 1))
    {
        _mean = Parameters(mean, FeatureCount, nameof(mean));
        _scale = Parameters(scale, FeatureCount, nameof(scale));
        foreach (double value in _scale)
        {
            Hyperparameter.Positive(value, nameof(scale));
        }
    }

    /// <summary>The mean of each feature.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>What each feature is divided by: its standard deviation, or 1 where it is constant.</summary>
    public ReadOnlySpan<double> StandardDeviation => _scale;

    /// <summary>Reads mean and standard deviation of each feature off the training data.</summary>
    /// <param name="training">The training part only.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    public static StandardScaler Fit(Dataset training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return Fit(training, training.FeatureCount, static (data, row) => data.Features(row));
    }

    /// <summary>Reads mean and standard deviation of each target off the training data: a scaler for <see cref="FeatureScaler.TransformTargets"/>.</summary>
    /// <param name="training">The training part only.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public static StandardScaler FitTargets(Dataset training)
    {
        ArgumentNullException.ThrowIfNull(training);
        training.RequireTargets();
        return Fit(training, training.TargetCount, static (data, row) => data.Targets(row));
    }

    /// <inheritdoc/>
    internal override (double Factor, double Offset) Map(int column) => (1 / _scale[column], -_mean[column] / _scale[column]);

    private protected override bool HasNumbersOf(FeatureScaler other) =>
        other is StandardScaler standard && Mean.SequenceEqual(standard.Mean) && StandardDeviation.SequenceEqual(standard.StandardDeviation);

    private protected override string Words(int column) => RowMajor.Invariant($"mean {_mean[column]:G5}, deviation {_scale[column]:G5}");

    private static StandardScaler Fit(Dataset training, int columns, DatasetRow row)
    {
        double[] mean = Means(training, columns, row);
        double[] scale = Variances(training, mean, row);
        for (int column = 0; column < scale.Length; column++)
        {
            scale[column] = scale[column] == 0 ? 1 : Math.Sqrt(scale[column]);
        }

        return new StandardScaler(mean, scale);
    }

    private protected override void Scale(ReadOnlySpan<float> samples, Span<float> destination)
    {
        for (int index = 0, column = 0; index < samples.Length; index++)
        {
            destination[index] = (float)((samples[index] - _mean[column]) / _scale[column]);
            column = column + 1 < _mean.Length ? column + 1 : 0;
        }
    }

    private protected override void Unscale(ReadOnlySpan<float> samples, Span<float> destination)
    {
        for (int index = 0, column = 0; index < samples.Length; index++)
        {
            destination[index] = (float)((samples[index] * _scale[column]) + _mean[column]);
            column = column + 1 < _mean.Length ? column + 1 : 0;
        }
    }

    private static double[] Means(Dataset data, int columns, DatasetRow rowOf)
    {
        var sums = new CompensatedSum[columns];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> values = rowOf(data, row);
            for (int column = 0; column < sums.Length; column++)
            {
                sums[column].Add(values[column]);
            }
        }

        return Array.ConvertAll(sums, sum => sum.Mean(data.Count));
    }

    private static double[] Variances(Dataset data, double[] mean, DatasetRow rowOf)
    {
        var squares = new CompensatedSum[mean.Length];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> values = rowOf(data, row);
            for (int column = 0; column < mean.Length; column++)
            {
                double deviation = values[column] - mean[column];
                squares[column].Add(deviation * deviation);
            }
        }

        return Array.ConvertAll(squares, sum => sum.Mean(data.Count));
    }
}
