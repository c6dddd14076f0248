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

    private Dataset(float[] features, int featureCount, float[]? targets, int targetCount, int[]? labels, string[] classNames, int[]? rows)
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

    /// <summary>Whether the rows stand one behind the other in memory: not so in a view.</summary>
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

    private float[] RequireTargets() => _targets
        ?? throw new InvalidOperationException("This dataset has labels and no targets: use its labels, or OneHot() to make targets of them.");

    private int[] RequireLabels() => _labels
        ?? throw new InvalidOperationException("This dataset has targets and no labels: create it with Dataset.FromLabels to classify.");
}
