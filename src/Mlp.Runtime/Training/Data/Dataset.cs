using System;
using System.Collections.Generic;

namespace Mlp.Training;

/// <summary>
/// Samples to learn from: features, one sample a row, with either targets (numbers to predict, one or more a sample) or
/// labels (one class a sample, with the names of the classes). Immutable; all values are finite; one row or more.
/// </summary>
/// <remarks>
/// Subsets, splits, folds and shuffled datasets are views: they share the values and hold only the order of their rows.
/// <see cref="Compact"/> copies a view into one block, which long training reads faster.
/// </remarks>
public sealed partial class Dataset
{
    private readonly float[] _features;
    private readonly float[]? _targets;
    private readonly int[]? _labels;
    private readonly string[] _classNames;

    // Which stored row stands where; null where all stand in their stored order.
    private readonly int[]? _rows;

    private Dataset(
        float[] features, int featureCount, float[]? targets, int targetCount, int[]? labels, string[] classNames, int[]? rows, DataSchema schema)
    {
        _features = features;
        _targets = targets;
        _labels = labels;
        _classNames = classNames;
        _rows = rows;
        FeatureCount = featureCount;
        TargetCount = targetCount;
        ClassNames = Array.AsReadOnly(classNames);
        Count = rows?.Length ?? (features.Length / featureCount);
        Schema = schema;
    }

    /// <summary>The number of samples, 1 or more.</summary>
    public int Count { get; }

    /// <summary>The number of features of a sample, 1 or more.</summary>
    public int FeatureCount { get; }

    /// <summary>The number of targets of a sample; 0 where there are labels.</summary>
    public int TargetCount { get; }

    /// <summary>Whether the samples have labels; otherwise they have targets.</summary>
    public bool HasLabels => _labels is not null;

    /// <summary>The number of classes; 0 where there are targets. A view has all classes of the whole.</summary>
    public int ClassCount => _classNames.Length;

    /// <summary>The name of each class; empty where there are targets.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>
    /// What the numbers mean: the names of the classes, if they were given, and the scalers that features and targets went
    /// through. Every view has the schema of the whole dataset.
    /// </summary>
    public DataSchema Schema { get; }

    /// <summary>The scaler that the features went through; null if they were not scaled.</summary>
    public FeatureScaler? Scaler => Schema.Scaler;

    /// <summary>The scaler that the targets went through; null if they were not scaled, and for labels.</summary>
    public FeatureScaler? TargetScaler => Schema.TargetScaler;

    /// <summary>Whether the rows follow each other in memory. In a view they do not.</summary>
    public bool IsContiguous => _rows is null;

    /// <summary>The features of one sample.</summary>
    /// <param name="row">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> Features(int row) => _features.AsSpan(Stored(row) * FeatureCount, FeatureCount);

    /// <summary>The targets of one sample.</summary>
    /// <param name="row">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public ReadOnlySpan<float> Targets(int row) => RequireTargets().AsSpan(Stored(row) * TargetCount, TargetCount);

    /// <summary>The label of one sample.</summary>
    /// <param name="row">0 to <see cref="Count"/> − 1.</param>
    /// <returns>A class, 0 to <see cref="ClassCount"/> − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public int Label(int row) => RequireLabels()[Stored(row)];

    /// <summary>The number of samples of each class.</summary>
    /// <returns><see cref="ClassCount"/> counts.</returns>
    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    public int[] CountLabels()
    {
        int[] labels = RequireLabels();
        int[] counts = new int[ClassCount];
        for (int row = 0; row < Count; row++)
        {
            counts[labels[_rows is null ? row : _rows[row]]]++;
        }

        return counts;
    }

    /// <summary>
    /// The same samples, marked as scaled by these scalers. Nothing is scaled: use it for numbers that were scaled already, such
    /// as inputs that a scaler transformed in a span.
    /// </summary>
    /// <param name="scaler">The scaler that the features went through; null where they are as they were measured.</param>
    /// <param name="targetScaler">The scaler that the targets went through; null where they are as they were measured, and for labels.</param>
    /// <exception cref="ArgumentException">A scaler has another number of columns.</exception>
    public Dataset AsScaledBy(FeatureScaler? scaler, FeatureScaler? targetScaler = null)
    {
        if (scaler is not null && scaler.FeatureCount != FeatureCount)
        {
            throw new ArgumentException(RowMajor.Invariant($"scaler has {scaler.FeatureCount} features, but the samples have {FeatureCount}."), nameof(scaler));
        }

        if (targetScaler is not null && targetScaler.FeatureCount != TargetCount)
        {
            throw new ArgumentException(RowMajor.Invariant($"targetScaler has {targetScaler.FeatureCount} targets, but the samples have {TargetCount}."), nameof(targetScaler));
        }

        DataSchema schema = Schema with { Scaler = scaler, TargetScaler = targetScaler };
        return new Dataset(_features, FeatureCount, _targets, TargetCount, _labels, _classNames, _rows, schema);
    }

    private int Stored(int row)
    {
        if ((uint)row >= (uint)Count)
        {
            ThrowNoRow(row);
        }

        return _rows is null ? row : _rows[row];
    }

    private void ThrowNoRow(int row) =>
        throw new ArgumentOutOfRangeException(nameof(row), RowMajor.Invariant($"There is no row {row}: rows are 0 to {Count - 1}."));

    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    internal float[] RequireTargets() => _targets
        ?? throw new InvalidOperationException("This dataset has labels and no targets: use its labels, or OneHot() to make targets of them.");

    /// <exception cref="InvalidOperationException">The samples have targets.</exception>
    internal int[] RequireLabels() => _labels
        ?? throw new InvalidOperationException("This dataset has targets and no labels: create it with Dataset.FromLabels to classify.");
}
