using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <content>Where datasets come from. All data is checked and copied; nothing keeps the caller's memory.</content>
public sealed partial class Dataset
{
    /// <summary>Samples with targets, from row-major memory.</summary>
    /// <param name="features">n × <paramref name="featureCount"/> values, n is 1 or more.</param>
    /// <param name="featureCount">The number of features of a sample, 1 or more.</param>
    /// <param name="targets">n × <paramref name="targetCount"/> values.</param>
    /// <param name="targetCount">The number of targets of a sample, 1 or more.</param>
    /// <exception cref="DatasetException">A row is ragged, or a value missing or not finite.</exception>
    /// <exception cref="ArgumentException">There are no rows, or not as many targets as features.</exception>
    public static Dataset FromTargets(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<float> targets, int targetCount = 1)
    {
        Hyperparameter.AtLeast(featureCount, 1);
        Hyperparameter.AtLeast(targetCount, 1);
        float[] ownFeatures = RowMajor.Copy(features, featureCount, nameof(features));
        float[] ownTargets = RowMajor.Copy(targets, targetCount, nameof(targets));
        return WithTargets(ownFeatures, featureCount, ownTargets, targetCount);
    }

    /// <summary>Samples with targets, from an array for each row.</summary>
    /// <param name="features">One row or more, all of one length of 1 or more.</param>
    /// <param name="targets">As many rows, all of one length of 1 or more.</param>
    /// <exception cref="DatasetException">A row is ragged, or a value missing or not finite.</exception>
    /// <exception cref="ArgumentException">There are no rows, or not as many targets as features.</exception>
    public static Dataset FromTargets(IReadOnlyList<float[]> features, IReadOnlyList<float[]> targets)
    {
        float[] ownFeatures = RowMajor.Copy(features, nameof(features));
        float[] ownTargets = RowMajor.Copy(targets, nameof(targets));
        return WithTargets(ownFeatures, features[0].Length, ownTargets, targets[0].Length);
    }

    /// <summary>Samples with targets, from an array for each row of features and one of all targets.</summary>
    /// <param name="features">One row or more, all of one length of 1 or more.</param>
    /// <param name="targets">n × <paramref name="targetCount"/> values, row-major.</param>
    /// <param name="targetCount">The number of targets of a sample, 1 or more.</param>
    /// <exception cref="DatasetException">A row is ragged, or a value missing or not finite.</exception>
    /// <exception cref="ArgumentException">There are no rows, or not as many targets as features.</exception>
    /// <example><code>Dataset data = Dataset.FromTargets(houses, prices);      // a float[][] and a float[]</code></example>
    [OverloadResolutionPriority(-1)] // An empty list of targets is one of rows, as it was before there was this overload.
    public static Dataset FromTargets(IReadOnlyList<float[]> features, ReadOnlySpan<float> targets, int targetCount = 1)
    {
        Hyperparameter.AtLeast(targetCount, 1);
        float[] ownFeatures = RowMajor.Copy(features, nameof(features));
        return WithTargets(ownFeatures, features[0].Length, RowMajor.Copy(targets, targetCount, nameof(targets)), targetCount);
    }

    /// <summary>Samples with labels, from row-major memory.</summary>
    /// <param name="features">n × <paramref name="featureCount"/> values, n is 1 or more.</param>
    /// <param name="featureCount">The number of features of a sample, 1 or more.</param>
    /// <param name="labels">n classes, counted from 0.</param>
    /// <param name="classNames">The name of each class; without them the classes are "0" to the largest label.</param>
    /// <exception cref="DatasetException">A row is ragged, a value missing or not finite, or a label no class.</exception>
    /// <exception cref="ArgumentException">There are no rows, not as many labels as features, or class names are missing or equal.</exception>
    public static Dataset FromLabels(
        ReadOnlySpan<float> features,
        int featureCount,
        ReadOnlySpan<int> labels,
        IReadOnlyList<string>? classNames = null)
    {
        Hyperparameter.AtLeast(featureCount, 1);
        return WithLabels(RowMajor.Copy(features, featureCount, nameof(features)), featureCount, labels, classNames);
    }

    /// <summary>Samples with labels, from an array for each row.</summary>
    /// <param name="features">One row or more, all of one length of 1 or more.</param>
    /// <param name="labels">As many classes, counted from 0.</param>
    /// <param name="classNames">The name of each class; without them the classes are "0" to the largest label.</param>
    /// <exception cref="DatasetException">A row is ragged, a value missing or not finite, or a label no class.</exception>
    /// <exception cref="ArgumentException">There are no rows, not as many labels as features, or class names are missing or equal.</exception>
    public static Dataset FromLabels(
        IReadOnlyList<float[]> features,
        ReadOnlySpan<int> labels,
        IReadOnlyList<string>? classNames = null) =>
        WithLabels(RowMajor.Copy(features, nameof(features)), features[0].Length, labels, classNames);

    private static Dataset WithTargets(float[] features, int featureCount, float[] targets, int targetCount)
    {
        RequireEqualRows(features.Length / featureCount, targets.Length / targetCount, nameof(targets));
        return new Dataset(features, featureCount, targets, targetCount, null, [], null, new DataSchema());
    }

    private static Dataset WithLabels(float[] features, int featureCount, ReadOnlySpan<int> labels, IReadOnlyList<string>? classNames)
    {
        RequireEqualRows(features.Length / featureCount, labels.Length, nameof(labels));
        string[] names = classNames is null ? NumberedClasses(labels) : CheckedNames(classNames);
        var schema = new DataSchema { ClassNames = classNames is null ? null : names };
        return new Dataset(features, featureCount, null, 0, RowMajor.Labels(labels, names.Length), names, null, schema);
    }

    private static string[] NumberedClasses(ReadOnlySpan<int> labels)
    {
        int largest = 0;
        foreach (int label in labels)
        {
            largest = Math.Max(largest, label);
        }

        // A network has an output for each class: more classes than this are a mistake, such as years taken for labels.
        string[] names = new string[Math.Min(largest, ushort.MaxValue) + 1];
        for (int index = 0; index < names.Length; index++)
        {
            names[index] = index.ToString(CultureInfo.InvariantCulture);
        }

        return names;
    }

    private static string[] CheckedNames(IReadOnlyList<string> classNames)
    {
        // The same rule as that of weight files: what can be learnt can be saved.
        if (SchemaRules.NameComplaint(classNames) is { } complaint)
        {
            throw new ArgumentException($"classNames has {complaint}, but must have one name for each class.", nameof(classNames));
        }

        return classNames.Count > 0 ? [.. classNames] : throw new ArgumentException("classNames is empty, but must have one name for each class.", nameof(classNames));
    }

    private static void RequireEqualRows(int features, int others, string name)
    {
        if (features != others)
        {
            throw new ArgumentException(RowMajor.Invariant($"{name} has {others} rows, but features has {features}: each sample must have both."), name);
        }
    }
}
