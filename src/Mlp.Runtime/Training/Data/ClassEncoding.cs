using System;
using System.Collections.Generic;
using System.Globalization;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>Finds classes: those that labels of another kind have among them, and which of them each label is.</summary>
internal static class ClassEncoding
{
    // A network has an output for each class: more classes than this are a mistake, such as prices taken for labels.
    private const int MostClasses = ushort.MaxValue + 1;

    // More names than these are not searched for one that may be meant.
    private const int MostCompared = 10_000;

    /// <summary>The different labels in ordinal order, as scikit-learn's LabelEncoder has them.</summary>
    /// <exception cref="DatasetException">A label is missing.</exception>
    internal static string[] NamesIn(IReadOnlyList<string> labels)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < labels.Count; row++)
        {
            names.Add(labels[row] is { Length: > 0 } label ? label : throw Missing(row));
        }

        string[] classes = [.. names];
        Array.Sort(classes, StringComparer.Ordinal);
        return classes;
    }

    /// <summary>The different numbers in ascending order, as decimal texts.</summary>
    /// <exception cref="ArgumentException">There are too many.</exception>
    internal static string[] NamesIn(ReadOnlySpan<int> labels)
    {
        var numbers = new HashSet<int>();
        foreach (int label in labels)
        {
            if (numbers.Add(label) && numbers.Count > MostClasses)
            {
                throw new ArgumentException(
                    RowMajor.Invariant($"labels has more than {MostClasses} different numbers, and each would be a class: use FromTargets where they are quantities."), nameof(labels));
            }
        }

        int[] classes = [.. numbers];
        Array.Sort(classes);
        return Array.ConvertAll(classes, Text);
    }

    /// <summary>Which class each label is.</summary>
    /// <exception cref="DatasetException">A label is missing or none of the classes.</exception>
    internal static int[] Encode(IReadOnlyList<string> labels, IReadOnlyList<string> classNames)
    {
        Dictionary<string, int> classes = ByName(classNames);
        int[] encoded = new int[labels.Count];
        for (int row = 0; row < encoded.Length; row++)
        {
            string label = labels[row] is { Length: > 0 } given ? given : throw Missing(row);
            encoded[row] = classes.TryGetValue(label, out int found) ? found : throw Unknown($"\"{label}\"", label, row, classNames);
        }

        return encoded;
    }

    /// <summary>Which class each number is.</summary>
    /// <exception cref="DatasetException">A number is none of the classes.</exception>
    internal static int[] Encode(ReadOnlySpan<int> labels, IReadOnlyList<string> classNames)
    {
        // Each number is looked up as a text once, however many samples have it.
        Dictionary<string, int> classes = ByName(classNames);
        var known = new Dictionary<int, int>();
        int[] encoded = new int[labels.Length];
        for (int row = 0; row < encoded.Length; row++)
        {
            if (!known.TryGetValue(labels[row], out encoded[row]))
            {
                string text = Text(labels[row]);
                encoded[row] = classes.TryGetValue(text, out int found) ? found : throw Unknown(text, text, row, classNames);
                known.Add(labels[row], found);
            }
        }

        return encoded;
    }

    /// <summary>The class of each number that is a name of one, −1 where there is none; null where no number is the name of another class than its own.</summary>
    /// <param name="names">The names of the classes.</param>
    internal static int[]? Numbered(IReadOnlyList<string> names)
    {
        int[]? classes = null;
        bool isMoved = false;
        for (int label = 0; label < names.Count; label++)
        {
            if (int.TryParse(names[label], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= names.Count && Text(number) == names[label])
            {
                if (classes is null)
                {
                    classes = new int[names.Count + 1];
                    Array.Fill(classes, -1);
                }

                classes[number] = label;
                isMoved |= number != label;
            }
        }

        return isMoved ? classes : null;
    }

    private static string Text(int label) => label.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, int> ByName(IReadOnlyList<string> classNames)
    {
        var classes = new Dictionary<string, int>(classNames.Count, StringComparer.Ordinal);
        for (int label = 0; label < classNames.Count; label++)
        {
            classes.Add(classNames[label], label);
        }

        return classes;
    }

    private static DatasetException Missing(int row) => new(
        RowMajor.Invariant($"labels has no name in row {row} (counted from 0): give it one or leave the row out."), "labels", row, null);

    private static DatasetException Unknown(string shown, string label, int row, IReadOnlyList<string> classNames)
    {
        string meant = Nearest(label, classNames) is { } nearest ? $" (did you mean \"{nearest}\"?)" : "";
        return new DatasetException(
            RowMajor.Invariant($"labels has {shown} in row {row} (counted from 0), which is none of the classes {DataSchema.Quote(classNames)}{meant}: correct it, leave the row out, or name the class in classNames, and train with it."),
            "labels",
            row,
            null);
    }

    /// <summary>The class whose name is the same but for case, spaces around it, or a slip or two of the keys.</summary>
    private static string? Nearest(string label, IReadOnlyList<string> classNames)
    {
        string trimmed = label.Trim();
        (string? nearest, int least) = (null, 1 + Math.Min(2, trimmed.Length / 3));
        for (int index = 0; index < Math.Min(classNames.Count, MostCompared); index++)
        {
            int distance = EditDistance.Between(classNames[index].Trim(), trimmed);
            (nearest, least) = distance < least ? (classNames[index], distance) : (nearest, least);
        }

        return nearest;
    }
}
