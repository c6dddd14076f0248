using System;
using System.Linq;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Data to fit.</summary>
internal static class FitSamples
{
    /// <summary>Row r has the feature r and the target r + 100.</summary>
    internal static Dataset Numbered(int count) => Dataset.FromTargets(
        (float[])[.. Enumerable.Range(0, count).Select(row => (float)row)], 1, (float[])[.. Enumerable.Range(0, count).Select(row => row + 100f)]);

    /// <summary>Points in a square; the class says which of the coordinates is larger.</summary>
    internal static Dataset Classes(int count)
    {
        var random = new Random(7);
        float[] features = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, count).Select(row => features[2 * row] > features[(2 * row) + 1] ? 0 : 1)];
        return Dataset.FromLabels(features, 2, labels, ["first", "second"]);
    }
}
