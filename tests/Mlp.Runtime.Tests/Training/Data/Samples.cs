using System.Collections.Generic;
using System.Linq;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Data;

/// <summary>Datasets whose rows can be told apart: the only feature of row r is r.</summary>
internal static class Samples
{
    /// <summary>Labels 0, 0, …, 1, 1, … with so many of each class.</summary>
    internal static Dataset Labelled(params int[] counts)
    {
        int[] labels = [.. counts.SelectMany((count, label) => Enumerable.Repeat(label, count))];
        return Dataset.FromLabels(Rows(labels.Length), 1, labels, [.. counts.Select((_, label) => $"class {label}")]);
    }

    /// <summary>The targets of row r are 10 r and 10 r + 1.</summary>
    internal static Dataset WithTargets(int count) => Dataset.FromTargets(
        Rows(count), 1, (float[])[.. Enumerable.Range(0, count).SelectMany(row => new float[] { 10 * row, (10 * row) + 1 })], 2);

    /// <summary>Which rows of the whole stand in a part, in its order.</summary>
    internal static int[] RowsOf(Dataset part) => [.. Enumerable.Range(0, part.Count).Select(row => (int)part.Features(row)[0])];

    internal static IEnumerable<int> Sorted(params Dataset[] parts) => parts.SelectMany(RowsOf).Order();

    private static float[] Rows(int count) => [.. Enumerable.Range(0, count).Select(row => (float)row)];
}
