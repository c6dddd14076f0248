using System;
using System.Collections.Generic;
using System.Linq;
using CsvHelper;

namespace Mlp.Samples;

/// <summary>
/// The iris data, split by species: two thirds to learn from, one third that training never sees. R. A. Fisher, 1936, "Iris",
/// UCI Machine Learning Repository, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0).
/// </summary>
internal sealed class IrisData
{
    private IrisData(IReadOnlyList<string> species, IReadOnlyList<Flower> training, IReadOnlyList<Flower> heldOut)
    {
        Species = species;

        // The scale of the measurements is learnt from the training part alone.
        float[] mean = [.. Columns(training).Select(column => column.Average())];
        float[] deviation = [.. Columns(training).Select((column, index) => MathF.Sqrt(column.Average(value => Square(value - mean[index]))))];
        TrainingInputs = Standardize(training, mean, deviation);
        TrainingLabels = Labels(training);
        HeldOutInputs = Standardize(heldOut, mean, deviation);
        HeldOutLabels = Labels(heldOut);
    }

    public IReadOnlyList<string> Species { get; }

    public float[] TrainingInputs { get; }

    public int[] TrainingLabels { get; }

    public float[] HeldOutInputs { get; }

    public int[] HeldOutLabels { get; }

    /// <summary>Reads the file and holds out a third of each species, drawn by the seed.</summary>
    public static IrisData Load(string path, int seed)
    {
        using var csv = CsvReader.FromFile(path);
        List<Flower> flowers = [.. csv.GetRecords<Flower>()];
        var random = new Random(seed);
        var training = new List<Flower>();
        var heldOut = new List<Flower>();
        foreach (IGrouping<string, Flower> kind in flowers.GroupBy(flower => flower.Species).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Flower[] shuffled = [.. kind];
            random.Shuffle(shuffled);
            int held = shuffled.Length / 3;
            heldOut.AddRange(shuffled[..held]);
            training.AddRange(shuffled[held..]);
        }

        string[] species = [.. flowers.Select(flower => flower.Species).Distinct().Order(StringComparer.Ordinal)];
        return new IrisData(species, training, heldOut);
    }

    private static IEnumerable<float[]> Columns(IReadOnlyList<Flower> flowers) =>
        Enumerable.Range(0, IrisNet.InputSize).Select(column => flowers.Select(flower => flower.Measurements[column]).ToArray());

    private static float Square(float value) => value * value;

    private static float[] Standardize(IReadOnlyList<Flower> flowers, float[] mean, float[] deviation) =>
        [.. flowers.SelectMany(flower => flower.Measurements.Select((value, index) => (value - mean[index]) / deviation[index]))];

    private int[] Labels(IReadOnlyList<Flower> flowers) =>
        [.. flowers.Select(flower => Species.Select((name, index) => (name, index)).First(kind => kind.name == flower.Species).index)];
}
