using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;

namespace Mlp.Tool.Verification;

/// <summary>Samples in a CSV file: one a line, with or without a line of headings.</summary>
internal static class SampleFile
{
    private const int MostQuoted = 40;

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        SkipEmptyLines = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="size">How many values a sample has.</param>
    /// <returns>The samples, one after the other.</returns>
    /// <exception cref="IOException">It cannot be read, or has something else in it; the message says where.</exception>
    public static float[][] Read(string path, int size)
    {
        string name = Path.GetFileName(path);
        try
        {
            using CsvReader csv = CsvReader.FromFile(path, Options);
            float[][] samples = [.. Samples(csv, name, size)];
            return samples.Length > 0 ? samples : throw new IOException($"{name} has no samples: write one on each line, {size} numbers.");
        }
        catch (CsvFormatException exception)
        {
            throw new IOException($"{name}, line {exception.LineNumber}: {exception.Message}", exception);
        }
    }

    private static IEnumerable<float[]> Samples(CsvReader csv, string name, int size)
    {
        for (bool isFirst = true; csv.Read(); isFirst = false)
        {
            if (isFirst && Enumerable.Range(0, csv.FieldCount).All(column => !TryNumber(csv.GetString(column), out _)))
            {
                continue;
            }

            if (csv.FieldCount != size)
            {
                throw new IOException($"{name}, line {csv.LineNumber}: there are {csv.FieldCount} values, but a sample has {size}.");
            }

            float[] sample = new float[size];
            for (int column = 0; column < size; column++)
            {
                string text = csv.GetString(column);
                if (!TryNumber(text, out sample[column]))
                {
                    string shown = string.Concat(text.Take(MostQuoted).Select(static letter => char.IsControl(letter) ? ' ' : letter));
                    throw new IOException($"{name}, line {csv.LineNumber}, value {column + 1}: \"{shown}\" is no number. Write one such as 5.1.");
                }
            }

            yield return sample;
        }
    }

    private static bool TryNumber(string text, out float number) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
