using System;
using System.Collections.Generic;
using System.Globalization;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>Takes data over from its owner: rows of one length, all values finite, in memory of its own.</summary>
internal static class RowMajor
{
    /// <summary>Copies rows that stand one behind the other.</summary>
    /// <param name="values">n × <paramref name="columns"/> values.</param>
    /// <param name="columns">The number of values in a row.</param>
    /// <param name="name">Which part of the data it is.</param>
    internal static float[] Copy(ReadOnlySpan<float> values, int columns, string name)
    {
        if (values.IsEmpty)
        {
            throw Empty(name);
        }

        (int rows, int surplus) = int.DivRem(values.Length, columns);
        if (surplus != 0)
        {
            throw new DatasetException(
                Invariant($"{name} has {values.Length} values, and row {rows} ends after {surplus} of {columns} (counted from 0): complete it or pass the right number of columns."),
                name,
                rows,
                surplus);
        }

        return Finite(values.ToArray(), columns, name);
    }

    /// <summary>Copies rows that are arrays of their own.</summary>
    /// <param name="rows">One row or more, each as long as the first.</param>
    /// <param name="name">Which part of the data it is.</param>
    internal static float[] Copy(IReadOnlyList<float[]> rows, string name)
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        if (rows.Count == 0)
        {
            throw Empty(name);
        }

        int columns = rows[0]?.Length ?? 0;
        float[] values = new float[ArrayLength.Of(rows.Count, columns, name, "make datasets of parts of the rows and train on one after the other", name)];
        for (int row = 0; row < rows.Count; row++)
        {
            int length = rows[row]?.Length ?? 0;
            if (length != columns || length == 0)
            {
                throw Ragged(length, columns, row, name);
            }

            rows[row].CopyTo(values.AsSpan(row * columns));
        }

        return Finite(values, columns, name);
    }

    /// <summary>Refuses the first value that is missing or not finite.</summary>
    internal static float[] Finite(float[] values, int columns, string name)
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (!float.IsFinite(values[index]))
            {
                throw NotFinite(values[index], index / columns, index % columns, name);
            }
        }

        return values;
    }

    /// <summary>Refuses a label that is no class.</summary>
    internal static int[] Labels(ReadOnlySpan<int> labels, int classCount)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)classCount)
            {
                throw new DatasetException(
                    Invariant($"labels has {labels[row]} in row {row} (counted from 0), but must have a class, 0 to {classCount - 1}: use Dataset.FromDistinctLabels where labels are other numbers, as -1 and 1 or 1 to {classCount}."),
                    "labels",
                    row,
                    null);
            }
        }

        return labels.ToArray();
    }

    internal static string Invariant(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);

    private static ArgumentException Empty(string name) => new($"{name} has no rows, but must have one or more.", name);

    private static DatasetException Ragged(int length, int columns, int row, string name)
    {
        string expected = columns == 0 ? "one value or more" : Invariant($"{columns} values, as row 0 has");
        return new DatasetException(
            Invariant($"{name} has {length} values in row {row} (counted from 0), but must have {expected}: complete the row or leave it out."),
            name,
            row,
            Math.Min(length, columns));
    }

    private static DatasetException NotFinite(float value, int row, int column, string name)
    {
        string what = float.IsNaN(value)
            ? "a missing value (NaN)"
            : value > 0 ? "an infinite value" : "a negative infinite value";
        return new DatasetException(
            Invariant($"{name} has {what} in row {row}, column {column} (counted from 0), but must have finite numbers: fill it in or leave the row out."),
            name,
            row,
            column);
    }
}
