using System;
using System.Globalization;
using System.Text;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// Brings each column of numbers, the features of samples or their targets, to a usual size by a linear map whose numbers were
/// read off training data. Fit a scaler on the training part only, then transform the training part, the held-out part and every
/// later input with that same scaler: what is held out must not be known while learning. Immutable, equal by value.
/// </summary>
/// <remarks>
/// A dataset remembers the scalers that it went through (<see cref="Dataset.Schema"/>), and is not scaled twice.
/// </remarks>
public abstract class FeatureScaler : IEquatable<FeatureScaler>
{
    private const int MostShown = 3;

    private protected FeatureScaler(int featureCount) => FeatureCount = featureCount;

    /// <summary>The number of columns: the features of a sample, or its targets where the scaler is one of targets.</summary>
    public int FeatureCount { get; }

    /// <summary>Scales the features of all samples; targets and labels stay as they are.</summary>
    /// <param name="data">Samples with <see cref="FeatureCount"/> features that no scaler has transformed.</param>
    /// <returns>A dataset in one block of memory, its rows in the order of <paramref name="data"/>, that knows this scaler.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features, or are scaled already.</exception>
    /// <exception cref="DatasetException">A scaled feature is too large for <see cref="float"/>.</exception>
    public Dataset Transform(Dataset data)
    {
        RequireColumns(data, data?.FeatureCount ?? 0, "features");
        RequireUnscaled(data!.Scaler, "features");
        return data.WithValues(Convert(data.CompactFeatures(), "features", inverse: false), data.CompactTargets(), data.Schema with { Scaler = this });
    }

    /// <summary>Brings scaled features of all samples back to their own units; targets and labels stay as they are.</summary>
    /// <param name="data">Samples with <see cref="FeatureCount"/> features, scaled by this scaler.</param>
    /// <returns>A dataset in one block of memory, its rows in the order of <paramref name="data"/>.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features, or another scaler has transformed them.</exception>
    /// <exception cref="DatasetException">A feature is too large for <see cref="float"/>.</exception>
    public Dataset InverseTransform(Dataset data)
    {
        RequireColumns(data, data?.FeatureCount ?? 0, "features");
        RequireOwn(data!.Scaler, "features");
        return data.WithValues(Convert(data.CompactFeatures(), "features", inverse: true), data.CompactTargets(), data.Schema with { Scaler = null });
    }

    /// <summary>Scales the targets of all samples; features stay as they are.</summary>
    /// <param name="data">Samples with <see cref="FeatureCount"/> targets that no scaler has transformed.</param>
    /// <returns>
    /// A dataset in one block of memory, its rows in the order of <paramref name="data"/>, that knows this scaler: metrics of it are
    /// in the units of before.
    /// </returns>
    /// <exception cref="ArgumentException">The samples have another number of targets, or theirs are scaled already.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    /// <exception cref="DatasetException">A scaled target is too large for <see cref="float"/>.</exception>
    public Dataset TransformTargets(Dataset data)
    {
        float[] targets = TargetsOf(data);
        RequireUnscaled(data.TargetScaler, "targets");
        return data.WithValues(data.CompactFeatures(), Convert(targets, "targets", inverse: false), data.Schema with { TargetScaler = this });
    }

    /// <summary>Brings scaled targets of all samples back to their own units; features stay as they are.</summary>
    /// <param name="data">Samples with <see cref="FeatureCount"/> targets, scaled by this scaler.</param>
    /// <returns>A dataset in one block of memory, its rows in the order of <paramref name="data"/>.</returns>
    /// <exception cref="ArgumentException">The samples have another number of targets, or another scaler has transformed them.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    /// <exception cref="DatasetException">A target is too large for <see cref="float"/>.</exception>
    public Dataset InverseTransformTargets(Dataset data)
    {
        float[] targets = TargetsOf(data);
        RequireOwn(data.TargetScaler, "targets");
        return data.WithValues(data.CompactFeatures(), Convert(targets, "targets", inverse: true), data.Schema with { TargetScaler = null });
    }

    /// <summary>Scales n rows, for example the inputs of a prediction. Allocates nothing.</summary>
    /// <param name="samples">n × <see cref="FeatureCount"/> values; n may be 0.</param>
    /// <param name="destination">Receives as many values; may be the same memory.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void Transform(ReadOnlySpan<float> samples, Span<float> destination)
    {
        RequireLengths(samples, destination);
        Scale(samples, destination);
    }

    /// <summary>Brings n scaled rows, for example the outputs of a prediction, back to their own units. Allocates nothing.</summary>
    /// <param name="samples">n × <see cref="FeatureCount"/> values; n may be 0.</param>
    /// <param name="destination">Receives as many values; may be the same memory.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public void InverseTransform(ReadOnlySpan<float> samples, Span<float> destination)
    {
        RequireLengths(samples, destination);
        Unscale(samples, destination);
    }

    /// <inheritdoc/>
    public bool Equals(FeatureScaler? other) => other is not null && GetType() == other.GetType() && FeatureCount == other.FeatureCount && HasNumbersOf(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureScaler);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetType(), FeatureCount, Map(0), Map(FeatureCount - 1));

    /// <summary>The kind, the number of columns and the numbers of the first of them: one line, the same under every culture.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{GetType().Name} of {FeatureCount} ({Words(0)}");
        for (int column = 1; column < Math.Min(FeatureCount, MostShown); column++)
        {
            text.Append("; ").Append(Words(column));
        }

        return text.Append(FeatureCount > MostShown ? "; …)" : ")").ToString();
    }

    /// <summary>The linear map of a column: scaled = factor · value + offset.</summary>
    internal abstract (double Factor, double Offset) Map(int column);

    private protected abstract void Scale(ReadOnlySpan<float> samples, Span<float> destination);

    private protected abstract void Unscale(ReadOnlySpan<float> samples, Span<float> destination);

    /// <summary>Whether a scaler of the same kind and as many columns has the same numbers.</summary>
    private protected abstract bool HasNumbersOf(FeatureScaler other);

    /// <summary>The numbers of a column in a message.</summary>
    private protected abstract string Words(int column);

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

    private float[] TargetsOf(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.RequireTargets();
        RequireColumns(data, data.TargetCount, "targets");
        return data.CompactTargets()!;
    }

    private float[] Convert(float[] values, string name, bool inverse)
    {
        float[] converted = new float[values.Length];
        if (inverse)
        {
            Unscale(values, converted);
        }
        else
        {
            Scale(values, converted);
        }

        return RowMajor.Finite(converted, FeatureCount, name);
    }

    private void RequireColumns(Dataset? data, int columns, string what)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (columns != FeatureCount)
        {
            throw new ArgumentException(
                RowMajor.Invariant($"data has {columns} {what}, but this scaler was fitted on {FeatureCount}."), nameof(data));
        }
    }

    private void RequireUnscaled(FeatureScaler? scaler, string what)
    {
        if (scaler is not null)
        {
            throw new ArgumentException(
                $"data has {what} that went through {scaler} already, and {this} would scale them once more: transform the data as it was before, or bring it back with InverseTransform first.", "data");
        }
    }

    private void RequireOwn(FeatureScaler? scaler, string what)
    {
        if (scaler is not null && !scaler.Equals(this))
        {
            throw new ArgumentException($"data has {what} that went through {scaler}, but this is {this}: bring them back with the scaler that transformed them.", "data");
        }
    }

    private void RequireLengths(ReadOnlySpan<float> samples, Span<float> destination)
    {
        Require.Samples(samples.Length, FeatureCount, nameof(samples));
        Require.Length(destination.Length, samples.Length, nameof(destination));
    }
}
