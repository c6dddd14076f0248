namespace Mlp.Samples;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.IO;
using global::System.Linq;
using global::System.Text.Unicode;
using global::CsvHelper;
using global::Mlp.Training;

/// <summary>
/// Samples in a CSV file: a line of headings, then one sample a line. Columns are found by their headings, in any order; others are
/// not read. Commas, semicolons, tabs and bars are told apart, and empty lines do not count. What is wrong is said with line and column.
/// </summary>
internal sealed class CsvSamples
{
    private const int MostQuoted = 80;

    private static readonly CsvReaderOptions Options = new()
    {
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        MalformedData = CsvMalformedDataHandling.Throw,
        NormalizeHeaderName = heading => string.Concat(heading.Where(char.IsLetterOrDigit)), // "Sepal Length" is sepal_length
    };

    private readonly CsvReader _csv;
    private readonly string _file;
    private char? _decimalMark;

    private CsvSamples(CsvReader csv, string path)
    {
        _csv = csv;
        _file = Path.GetFileName(path);
    }

    /// <summary>Reads all samples of a file.</summary>
    /// <param name="path">The file: UTF-8, or UTF-16 with its mark.</param>
    /// <param name="features">The headings of the columns of numbers, in the order of the network's inputs.</param>
    /// <param name="label">The heading of the column of classes.</param>
    /// <param name="classes">The names of the classes, in the order of the network's outputs.</param>
    /// <exception cref="InvalidDataException">The file cannot be read; the message says where and why.</exception>
    public static Dataset Read(string path, IReadOnlyList<string> features, string label, IReadOnlyList<string> classes)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"{path} is a folder: name a CSV file.");
        }

        try
        {
            using CsvReader csv = CsvReader.FromFile(path, Options);
            return new CsvSamples(csv, path).Read(features, label, classes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {fault.Message}", fault);
        }
        catch (CsvFormatException fault)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}, line {fault.LineNumber}: {fault.Message}", fault);
        }
    }

    private Dataset Read(IReadOnlyList<string> features, string label, IReadOnlyList<string> classes)
    {
        int[] columns = [.. features.Append(label).Select(ColumnOf)];
        var rows = new List<float[]>();
        var labels = new List<int>();
        while (_csv.Read())
        {
            if (!Utf8.IsValid(_csv.RawRecord) || _csv.RawRecord.Contains((byte)0))
            {
                throw new InvalidDataException($"{_file}, line {_csv.LineNumber}: this is not UTF-8. Save the file as CSV in UTF-8.");
            }

            if (!Enumerable.Range(0, _csv.FieldCount).All(_csv.IsEmpty))
            {
                rows.Add([.. columns[..^1].Select(Number)]);
                labels.Add(ClassIn(columns[^1], classes));
            }
        }

        return rows.Count > 0
            ? Dataset.FromLabels(rows, labels.ToArray(), classes)
            : throw new InvalidDataException($"{_file} has headings and no samples: write one sample a line below them.");

        int ColumnOf(string heading)
        {
            bool found = _csv.TryGetFieldIndex(heading, out int column);
            return found && !_csv.TryGetFieldIndex(heading, 1, out _)
                ? column
                : throw new InvalidDataException(
                    $"{_file} has {(found ? "two columns" : "no column")} {heading}. Its first line is {Quote(string.Join(_csv.Separator, _csv.Headers))}, and must name each column once: {string.Join(", ", [.. features, label])}.");
        }
    }

    private float Number(int column)
    {
        // Where commas do not divide the columns, they are decimal commas; a file that has both marks has commas for something else.
        string text = _csv.GetString(column);
        char? mark = text.Contains('.') ? '.' : text.Contains(',') && _csv.Separator != ',' ? ',' : null;
        string number = mark == ',' ? text.Replace(',', '.') : text;
        if (!float.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) || !float.IsFinite(value))
        {
            throw Bad(column, text.Length == 0 ? "is empty. Write the number, or leave the line out" : $"{Quote(text)} is no number, or too large. Write one such as 5.1, or leave the line out");
        }

        _decimalMark ??= mark;
        return mark is null || mark == _decimalMark
            ? value
            : throw Bad(column, $"{Quote(text)} has the decimal mark {mark}, but numbers above it have {_decimalMark}. Write all with one mark, and no other marks in numbers");
    }

    private int ClassIn(int column, IReadOnlyList<string> classes)
    {
        string name = _csv.GetString(column);
        int label = classes.TakeWhile(other => other != name).Count();
        return label < classes.Count ? label : throw Bad(column, $"{Quote(name)} is none of the classes {string.Join(", ", classes)}");
    }

    // What is no text, such as a workbook, or never ends.
    private static string Quote(string text) =>
        $"\"{string.Concat(text.Take(MostQuoted).Select(character => char.IsControl(character) ? ' ' : character))}{(text.Length > MostQuoted ? "…" : "")}\"";

    private InvalidDataException Bad(int column, string what) =>
        new($"{_file}, line {_csv.LineNumber}, column {_csv.Headers[column]}: {what}.");
}
