using System;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Brings each feature to a usual size by a linear map whose numbers were read off training data. Fit a scaler on the
/// training part only, then transform the training part, the held-out part and every later input with that same scaler:
/// what is held out must not be known while learning. Immutable.
/// </summary>
public abstract class FeatureScaler
{
    private protected FeatureScaler(int featureCount) => FeatureCount = featureCount;

    /// <summary>The number of features of a sample.</summary>
    public int FeatureCount { get; }

    /// <summary>Scales the features of all samples; targets and labels stay as they are.</summary>
    /// <param name="data">Samples with <see cref="FeatureCount"/> features.</param>
    /// <returns>A dataset in one block of memory, its rows in the order of <paramref name="data"/>.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    /// <exception cref="DatasetException">A scaled feature is too large for <see cref="float"/>.</exception>
    public Dataset Transform(Dataset data) => Convert(data, inverse: false);

    /// <summary>Brings scaled features of all samples back to their own units; targets and labels stay as they are.</summary>
    /// <param name="data">Samples with <see cref="FeatureCount"/> scaled features.</param>
    /// <returns>A dataset in one block of memory, its rows in the order of <paramref name="data"/>.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    /// <exception cref="DatasetException">A feature is too large for <see cref="float"/>.</exception>
    public Dataset InverseTransform(Dataset data) => Convert(data, inverse: true);

    /// <summary>Scales n samples, for example the inputs of a prediction. Allocates nothing.</summary>
    /// <param name="samples">n × <see cref="FeatureCount"/> values; n may be 0.</param>
    /// <param name="destination">Receives as many values; may be the same memory.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void Transform(ReadOnlySpan<float> samples, Span<float> destination)
    {
        RequireLengths(samples, destination);
        Scale(samples, destination);
    }

    /// <summary>Brings n scaled samples back to their own units. Allocates nothing.</summary>
    /// <param name="samples">n × <see cref="FeatureCount"/> values; n may be 0.</param>
    /// <param name="destination">Receives as many values; may be the same memory.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void InverseTransform(ReadOnlySpan<float> samples, Span<float> destination)
    {
        RequireLengths(samples, destination);
        Unscale(samples, destination);
    }

    private protected abstract void Scale(ReadOnlySpan<float> samples, Span<float> destination);

    private protected abstract void Unscale(ReadOnlySpan<float> samples, Span<float> destination);

    /// <summary>Refuses parameters that are not one finite number for each feature.</summary>
    private protected static double[] Parameters(ReadOnlySpan<double> values, int featureCount, string name)
    {
        Require.Length(values.Length, featureCount, name);
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"{name} has a value that is not finite, but must have one finite number for each feature.", name);
            }
        }

        return values.ToArray();
    }

    private Dataset Convert(Dataset data, bool inverse)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.FeatureCount != FeatureCount)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"data has {data.FeatureCount} features, but this scaler was fitted on {FeatureCount}."),
                nameof(data));
        }

        float[] features = new float[checked(data.Count * FeatureCount)];
        for (int row = 0; row < data.Count; row++)
        {
            Span<float> destination = features.AsSpan(row * FeatureCount, FeatureCount);
            if (inverse)
            {
                Unscale(data.Features(row), destination);
            }
            else
            {
                Scale(data.Features(row), destination);
            }
        }

        return data.WithFeatures(RowMajor.Finite(features, FeatureCount, "features"));
    }

    private void RequireLengths(ReadOnlySpan<float> samples, Span<float> destination)
    {
        Require.Samples(samples.Length, FeatureCount, nameof(samples));
        Require.Length(destination.Length, samples.Length, nameof(destination));
    }
}
