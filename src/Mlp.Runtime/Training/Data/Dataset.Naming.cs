using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using Mlp.Validation;

namespace Mlp.Training;

/// <content>Datasets whose labels are names, or numbers of any kind.</content>
public sealed partial class Dataset
{
    private const int MostMissingListed = 3;

    /// <summary>Samples with the names of their classes, from an array for each row.</summary>
    /// <param name="features">One row or more, all of one length of 1 or more.</param>
    /// <param name="labels">As many names.</param>
    /// <param name="classNames">
    /// The name of each class, the first for label 0; those of another table make the same labels here. Without them the classes are
    /// the different names in ordinal order, as scikit-learn's LabelEncoder has them.
    /// </param>
    /// <exception cref="DatasetException">A row is ragged, a value missing or not finite, or a label missing or none of the classes.</exception>
    /// <exception cref="ArgumentException">There are no rows, not as many labels as features, or class names are missing or equal.</exception>
    /// <example><code>
    /// Dataset training = Dataset.FromLabels(features, species);
    /// Dataset later = Dataset.FromLabels(laterFeatures, laterSpecies, training.ClassNames);
    /// </code></example>
    public static Dataset FromLabels(IReadOnlyList<float[]> features, IReadOnlyList<string> labels, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return WithNames(RowMajor.Copy(features, nameof(features)), features[0].Length, labels, classNames);
    }

    /// <summary>Samples with the names of their classes, from row-major memory.</summary>
    /// <param name="features">n × <paramref name="featureCount"/> values, n is 1 or more.</param>
    /// <param name="featureCount">The number of features of a sample, 1 or more.</param>
    /// <param name="labels">n names.</param>
    /// <param name="classNames">
    /// The name of each class, the first for label 0; those of another table make the same labels here. Without them the classes are
    /// the different names in ordinal order.
    /// </param>
    /// <exception cref="DatasetException">A row is ragged, a value missing or not finite, or a label missing or none of the classes.</exception>
    /// <exception cref="ArgumentException">There are no rows, not as many labels as features, or class names are missing or equal.</exception>
    [OverloadResolutionPriority(-1)] // An empty list of labels is one of numbers.
    public static Dataset FromLabels(
        ReadOnlySpan<float> features, int featureCount, IReadOnlyList<string> labels, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Hyperparameter.AtLeast(featureCount, 1);
        return WithNames(RowMajor.Copy(features, featureCount, nameof(features)), featureCount, labels, classNames);
    }

    /// <summary>
    /// Samples with labels that are any numbers, such as −1 and 1, or 1 to 3, from an array for each row. The classes are the different
    /// numbers in ascending order, and their names the numbers as decimal texts.
    /// </summary>
    /// <param name="features">One row or more, all of one length of 1 or more.</param>
    /// <param name="labels">As many numbers.</param>
    /// <param name="classNames">The classes of another table, its <see cref="ClassNames"/>: the same number is the same label here.</param>
    /// <exception cref="DatasetException">A row is ragged, a value missing or not finite, or a number none of the classes.</exception>
    /// <exception cref="ArgumentException">There are no rows, not as many labels as features, or more than 65,536 different ones.</exception>
    public static Dataset FromDistinctLabels(IReadOnlyList<float[]> features, ReadOnlySpan<int> labels, IReadOnlyList<string>? classNames = null) =>
        WithNumbers(RowMajor.Copy(features, nameof(features)), features[0].Length, labels, classNames);

    /// <summary>
    /// Samples with labels that are any numbers, such as −1 and 1, or 1 to 3, from row-major memory. The classes are the different
    /// numbers in ascending order, and their names the numbers as decimal texts.
    /// </summary>
    /// <param name="features">n × <paramref name="featureCount"/> values, n is 1 or more.</param>
    /// <param name="featureCount">The number of features of a sample, 1 or more.</param>
    /// <param name="labels">n numbers.</param>
    /// <param name="classNames">The classes of another table, its <see cref="ClassNames"/>: the same number is the same label here.</param>
    /// <exception cref="DatasetException">A row is ragged, a value missing or not finite, or a number none of the classes.</exception>
    /// <exception cref="ArgumentException">There are no rows, not as many labels as features, or more than 65,536 different ones.</exception>
    /// <example><code>Dataset data = Dataset.FromDistinctLabels(features, 4, signs);      // −1 is label 0, 1 is label 1</code></example>
    public static Dataset FromDistinctLabels(
        ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<int> labels, IReadOnlyList<string>? classNames = null)
    {
        Hyperparameter.AtLeast(featureCount, 1);
        return WithNumbers(RowMajor.Copy(features, featureCount, nameof(features)), featureCount, labels, classNames);
    }

    /// <summary>
    /// How many classes there are; where labels are numbers and some of those up to the largest are no sample's, which, and what to do.
    /// </summary>
    internal string DescribeClasses()
    {
        // Who gave names has counted the classes; a view may lack some.
        if (_labels is null || Schema.ClassNames is not null)
        {
            return RowMajor.Invariant($"{ClassCount} classes");
        }

        bool[] occurs = new bool[ClassCount];
        foreach (int label in _labels)
        {
            occurs[label] = true;
        }

        int[] missing = [.. Enumerable.Range(0, ClassCount).Where(label => !occurs[label])];
        if (missing.Length == 0)
        {
            return RowMajor.Invariant($"{ClassCount} classes");
        }

        string listed = string.Join(" or ", missing.Take(MostMissingListed).Select(label => label.ToString(CultureInfo.InvariantCulture)));
        string more = missing.Length > MostMissingListed ? RowMajor.Invariant($" or {missing.Length - MostMissingListed} others") : "";
        return RowMajor.Invariant($"{ClassCount} classes (labels 0 to {ClassCount - 1}, but no sample has label {listed}{more}: use Dataset.FromDistinctLabels to map labels to classes)");
    }

    /// <summary>
    /// Whether the labels are numbers without names that are the names of other classes, as 1 and 2 are where the classes are called
    /// 1, 2 and 3: label 1 is class "2" there.
    /// </summary>
    /// <param name="names">The names of the classes.</param>
    /// <returns>The first such label where all labels are names; otherwise null.</returns>
    internal int? FirstMistakenLabel(IReadOnlyList<string> names)
    {
        if (_labels is null || Schema.ClassNames is not null || ClassEncoding.Numbered(names) is not { } classes)
        {
            return null;
        }

        int? mistaken = null;
        foreach (int label in _labels)
        {
            if (label >= classes.Length || classes[label] < 0)
            {
                return null;
            }

            mistaken ??= classes[label] != label ? label : null;
        }

        return mistaken;
    }

    private static Dataset WithNames(float[] features, int featureCount, IReadOnlyList<string> labels, IReadOnlyList<string>? classNames)
    {
        RequireEqualRows(features.Length / featureCount, labels.Count, nameof(labels));
        string[] names = classNames is null ? ClassEncoding.NamesIn(labels) : CheckedNames(classNames);
        return WithLabels(features, featureCount, ClassEncoding.Encode(labels, names), names);
    }

    private static Dataset WithNumbers(float[] features, int featureCount, ReadOnlySpan<int> labels, IReadOnlyList<string>? classNames)
    {
        RequireEqualRows(features.Length / featureCount, labels.Length, nameof(labels));
        string[] names = classNames is null ? ClassEncoding.NamesIn(labels) : CheckedNames(classNames);
        return WithLabels(features, featureCount, ClassEncoding.Encode(labels, names), names);
    }
}
