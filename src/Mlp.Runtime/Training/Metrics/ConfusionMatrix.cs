using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// How often each class was predicted for each actual class: rows are actual, columns predicted [scikit-learn 1.2,
/// confusion_matrix]. Precision, recall and F1 follow from it. Immutable.
/// </summary>
public sealed class ConfusionMatrix
{
    // Up to 256 classes all pairs have their places; of more classes only the pairs that occur, of which there are no more than samples.
    private const int MostPairs = 1 << 16;

    // 4,096 classes: a table of many times as many has no place in a text.
    private const int MostShown = 1 << 24;

    private readonly int[] _counts;
    private readonly Dictionary<(int Actual, int Predicted), int> _rareCounts = [];
    private readonly int[] _supports;
    private readonly int[] _predictions;

    /// <summary>Counts pairs of an actual and a predicted class.</summary>
    /// <param name="actual">n classes, n is 1 or more.</param>
    /// <param name="predicted">n classes.</param>
    /// <param name="classNames">The name of each class.</param>
    /// <exception cref="ArgumentNullException">There are no names.</exception>
    /// <exception cref="ArgumentException">There are no samples, the lengths differ, or a label is no class.</exception>
    public ConfusionMatrix(ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        Require.NotEmpty(actual.Length, nameof(actual));
        Require.Length(predicted.Length, actual.Length, nameof(predicted));
        Require.Labels(actual, classNames.Count, nameof(actual));
        Require.Labels(predicted, classNames.Count, nameof(predicted));
        string[] names = [.. classNames];
        ClassNames = Array.AsReadOnly(names);
        Total = actual.Length;
        _counts = new int[(long)names.Length * names.Length <= MostPairs ? names.Length * names.Length : 0];
        _supports = new int[names.Length];
        _predictions = new int[names.Length];
        for (int index = 0; index < actual.Length; index++)
        {
            Count(actual[index], predicted[index])++;
            _supports[actual[index]]++;
            _predictions[predicted[index]]++;
        }
    }

    /// <summary>The name of each class.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The number of classes.</summary>
    public int ClassCount => ClassNames.Count;

    /// <summary>The number of samples.</summary>
    public int Total { get; }

    /// <summary>The part of samples on the diagonal, 0 to 1.</summary>
    public double Accuracy
    {
        get
        {
            int correct = 0;
            for (int label = 0; label < ClassCount; label++)
            {
                correct += this[label, label];
            }

            return (double)correct / Total;
        }
    }

    /// <summary>
    /// The mean of the scores of the classes that occur, actual or predicted, each with the same weight [scikit-learn 1.2,
    /// precision_score(average="macro") without labels]. A class that only was predicted counts, with scores of 0; one that a name
    /// was given for and that is neither says nothing about the predictions.
    /// </summary>
    public ClassScores MacroAverage => Average(label => Occurs(label) ? 1 : 0);

    /// <summary>The mean of the scores of all classes, each weighted by its support: a class without samples does not count.</summary>
    public ClassScores WeightedAverage => Average(label => Scores(label).Support);

    /// <summary>How many samples of one class were predicted as another, or as itself.</summary>
    /// <param name="actual">The actual class, 0 to <see cref="ClassCount"/> − 1.</param>
    /// <param name="predicted">The predicted class, 0 to <see cref="ClassCount"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted]
    {
        get
        {
            (int row, int column) = (Class(actual, nameof(actual)), Class(predicted, nameof(predicted)));
            return _counts.Length > 0 ? _counts[(row * ClassCount) + column] : _rareCounts.GetValueOrDefault((row, column));
        }
    }

    /// <summary>Precision, recall, F1 and support of one class.</summary>
    /// <param name="label">The class, 0 to <see cref="ClassCount"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public ClassScores Scores(int label)
    {
        int truePositives = this[label, label];
        int support = _supports[label];
        double precision = Quotient(truePositives, _predictions[label]);
        double recall = Quotient(truePositives, support);
        return new ClassScores(precision, recall, Quotient(2 * precision * recall, precision + recall), support);
    }

    /// <summary>A table with the names of the classes, rows actual and columns predicted; the same under every culture.</summary>
    public override string ToString()
    {
        if ((long)ClassCount * ClassCount > MostShown)
        {
            return RowMajor.Invariant($"{Total} samples of {ClassCount} classes, accuracy {Accuracy:G4}");
        }

        const string Corner = "actual \\ predicted";
        int nameWidth = Corner.Length;
        foreach (string name in ClassNames)
        {
            nameWidth = Math.Max(nameWidth, name.Length);
        }

        var text = new StringBuilder(Corner.PadRight(nameWidth));
        for (int label = 0; label < ClassCount; label++)
        {
            text.Append("  ").Append(ClassNames[label].PadLeft(Width(label)));
        }

        for (int actual = 0; actual < ClassCount; actual++)
        {
            text.Append('\n').Append(ClassNames[actual].PadRight(nameWidth));
            for (int predicted = 0; predicted < ClassCount; predicted++)
            {
                text.Append("  ").Append(this[actual, predicted].ToString(CultureInfo.InvariantCulture).PadLeft(Width(predicted)));
            }
        }

        return text.ToString();
    }

    private static double Quotient(double numerator, double denominator) => denominator == 0 ? 0 : numerator / denominator;

    private int Width(int predicted)
    {
        int width = ClassNames[predicted].Length;
        for (int actual = 0; actual < ClassCount; actual++)
        {
            width = Math.Max(width, this[actual, predicted].ToString(CultureInfo.InvariantCulture).Length);
        }

        return width;
    }

    /// <summary>Whether a sample is of a class or was predicted as it.</summary>
    private bool Occurs(int label) => _supports[label] > 0 || _predictions[label] > 0;

    private ref int Count(int actual, int predicted)
    {
        if (_counts.Length > 0)
        {
            return ref _counts[(actual * ClassCount) + predicted];
        }

        return ref CollectionsMarshal.GetValueRefOrAddDefault(_rareCounts, (actual, predicted), out _);
    }

    private ClassScores Average(Func<int, int> weightOf)
    {
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        int weights = 0;
        for (int label = 0; label < ClassCount; label++)
        {
            ClassScores scores = Scores(label);
            int weight = weightOf(label);
            weights += weight;
            precision += weight * scores.Precision;
            recall += weight * scores.Recall;
            f1 += weight * scores.F1;
        }

        return new ClassScores(precision / weights, recall / weights, f1 / weights, Total);
    }

    private int Class(int label, string name) => (uint)label < (uint)ClassCount
        ? label
        : throw new ArgumentOutOfRangeException(name, RowMajor.Invariant($"{name} is {label}, but must be a class, 0 to {ClassCount - 1}."));
}
