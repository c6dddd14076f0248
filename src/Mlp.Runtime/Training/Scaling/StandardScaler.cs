using System;

namespace Mlp.Training;

/// <summary>
/// Scales each feature to mean 0 and variance 1 over the training data: z = (x − mean) / scale, with scale the standard
/// deviation over n [scikit-learn 1.2, StandardScaler]. Sums are taken in <see cref="double"/>.
/// </summary>
/// <remarks>
/// A constant feature has scale 1, and so becomes 0 but for rounding. Constant, as scikit-learn judges it, is what rounding cannot tell from
/// constant: variance ≤ n ε variance + (n mean ε)², with ε = 2⁻⁵² [Chan, Golub and LeVeque 1983].
/// </remarks>
public sealed class StandardScaler : FeatureScaler
{
    private const double Epsilon = 1.0 / (1L << 52);

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
        double[] mean = Means(training);
        double[] scale = Variances(training, mean);
        double n = training.Count;
        for (int column = 0; column < scale.Length; column++)
        {
            double variance = scale[column];
            double rounding = n * mean[column] * Epsilon;
            bool isConstant = variance <= (n * Epsilon * variance) + (rounding * rounding);
            scale[column] = isConstant ? 1 : Math.Sqrt(variance);
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

    private static double[] Means(Dataset data)
    {
        double[] sums = new double[data.FeatureCount];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> features = data.Features(row);
            for (int column = 0; column < sums.Length; column++)
            {
                sums[column] += features[column];
            }
        }

        for (int column = 0; column < sums.Length; column++)
        {
            sums[column] /= data.Count;
        }

        return sums;
    }

    /// <summary>The second pass, with the correction for what rounding left of the sum of deviations.</summary>
    private static double[] Variances(Dataset data, double[] mean)
    {
        double[] squares = new double[mean.Length];
        double[] deviations = new double[mean.Length];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> features = data.Features(row);
            for (int column = 0; column < mean.Length; column++)
            {
                double deviation = features[column] - mean[column];
                deviations[column] += deviation;
                squares[column] += deviation * deviation;
            }
        }

        for (int column = 0; column < mean.Length; column++)
        {
            double correction = deviations[column] * deviations[column] / data.Count;
            squares[column] = Math.Max(0, squares[column] - correction) / data.Count;
        }

        return squares;
    }
}
