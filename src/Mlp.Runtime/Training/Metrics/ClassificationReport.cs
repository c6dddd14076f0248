using System;
using System.Globalization;
using System.Text;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// Precision, recall, F1 and support of each class with accuracy and averages, and as text in the layout of scikit-learn's
/// classification_report. A class that does not occur has a line of zeros and no part in the averages.
/// </summary>
public sealed class ClassificationReport
{
    private const string LongestHeading = "weighted avg";

    /// <summary>A report of counts.</summary>
    /// <param name="confusion">Which class was predicted for which.</param>
    /// <exception cref="ArgumentNullException">There are no counts.</exception>
    public ClassificationReport(ConfusionMatrix confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        Confusion = confusion;
    }

    /// <summary>Which class was predicted for which.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>The part of samples whose class was predicted, 0 to 1.</summary>
    public double Accuracy => Confusion.Accuracy;

    /// <inheritdoc cref="ConfusionMatrix.MacroAverage"/>
    public ClassScores MacroAverage => Confusion.MacroAverage;

    /// <inheritdoc cref="ConfusionMatrix.WeightedAverage"/>
    public ClassScores WeightedAverage => Confusion.WeightedAverage;

    /// <inheritdoc cref="ConfusionMatrix.Scores"/>
    public ClassScores Scores(int label) => Confusion.Scores(label);

    /// <summary>The report with two decimals.</summary>
    public override string ToString() => ToString(2);

    /// <summary>The report as text: the same under every culture, lines end with a line feed, the last one without.</summary>
    /// <param name="digits">The number of decimals, 0 to 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is outside its range.</exception>
    public string ToString(int digits)
    {
        Hyperparameter.Between(digits, 0, 9);
        int width = Math.Max(LongestHeading.Length, digits);
        foreach (string name in Confusion.ClassNames)
        {
            width = Math.Max(width, name.Length);
        }

        var text = new StringBuilder();
        AppendLine(text, width, "", "precision", "recall", "f1-score", "support");
        text.Append('\n');
        for (int label = 0; label < Confusion.ClassCount; label++)
        {
            AppendScores(text, width, Confusion.ClassNames[label], Scores(label), digits);
        }

        text.Append('\n');
        AppendLine(text, width, "accuracy", "", "", Decimals(Accuracy, digits), Whole(Confusion.Total));
        AppendScores(text, width, "macro avg", MacroAverage, digits);
        AppendScores(text, width, LongestHeading, WeightedAverage, digits);
        return text.ToString(0, text.Length - 1);
    }

    private static void AppendScores(StringBuilder text, int width, string heading, ClassScores scores, int digits) => AppendLine(
        text,
        width,
        heading,
        Decimals(scores.Precision, digits),
        Decimals(scores.Recall, digits),
        Decimals(scores.F1, digits),
        Whole(scores.Support));

    private static void AppendLine(StringBuilder text, int width, string heading, string precision, string recall, string f1, string support)
    {
        text.Append(heading.PadLeft(width)).Append(' ');
        foreach (string cell in (ReadOnlySpan<string>)[precision, recall, f1, support])
        {
            text.Append(' ').Append(cell.PadLeft(9));
        }

        text.Append('\n');
    }

    // Rounds the exact value, half to even, as Python does: both have "0.12" for 0.125.
    private static string Decimals(double value, int digits) =>
        value.ToString("F" + Whole(digits), CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
