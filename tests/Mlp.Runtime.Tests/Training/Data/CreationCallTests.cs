using System.Collections.Generic;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Data;

/// <summary>Datasets are made of what is at hand: arrays, lists and literals each find the one overload that is meant.</summary>
public sealed class CreationCallTests
{
    private static readonly float[][] Jagged = [[1, 2], [3, 4]];
    private static readonly float[] Flat = [1, 2, 3, 4];

    [Fact]
    public void Targets_of_every_kind()
    {
        float[] prices = [5, 6];
        List<float[]> rows = [.. Jagged];
        foreach (Dataset data in (Dataset[])
        [
            Dataset.FromTargets(Jagged, prices),
            Dataset.FromTargets(Jagged, [5, 6]),
            Dataset.FromTargets(Jagged, [5f, 6f]),
            Dataset.FromTargets(rows, prices),
            Dataset.FromTargets(rows, prices, 1),
            Dataset.FromTargets(rows, prices, targetCount: 1),
            Dataset.FromTargets([[1, 2], [3, 4]], [5, 6]),
            Dataset.FromTargets([[1, 2], [3, 4]], [[5], [6]]),
            Dataset.FromTargets(Jagged, (float[][])[[5], [6]]),
            Dataset.FromTargets(Flat, 2, prices),
            Dataset.FromTargets([1, 2, 3, 4], 2, [5, 6]),
            Dataset.FromTargets(Flat, 2, [5, 6], 1),
            Dataset.FromTargets(Flat, 2, [.. Enumerable.Range(5, 2).Select(value => (float)value)]),
        ])
        {
            data.Features().ShouldBe(Flat);
            data.Targets().ShouldBe(prices);
            data.TargetCount.ShouldBe(1);
        }

        Dataset.FromTargets(Jagged, [5, 6, 7, 8], 2).Targets(1).ToArray().ShouldBe([7, 8]);
        Should.Throw<DatasetException>(() => Dataset.FromTargets(Jagged, [5, 6, 7], 2)).ParamName.ShouldBe("targets");
        Should.Throw<System.ArgumentException>(() => Dataset.FromTargets(Jagged, [5])).Message
            .ShouldStartWith("targets has 1 rows, but features has 2: each sample must have both.");
    }

    [Fact]
    public void Labels_of_every_kind()
    {
        int[] labels = [1, 0];
        string[] names = ["no", "yes"];
        List<string> words = ["yes", "no"];
        foreach (Dataset data in (Dataset[])
        [
            Dataset.FromLabels(Jagged, labels),
            Dataset.FromLabels(Jagged, [1, 0]),
            Dataset.FromLabels(Jagged, labels, names),
            Dataset.FromLabels(Jagged, [1, 0], ["no", "yes"]),
            Dataset.FromLabels([[1, 2], [3, 4]], [1, 0], names),
            Dataset.FromLabels(Flat, 2, labels),
            Dataset.FromLabels([1, 2, 3, 4], 2, [1, 0]),
            Dataset.FromLabels(Flat, 2, labels, names),
            Dataset.FromLabels(Flat, 2, [1, 0], ["no", "yes"]),
            Dataset.FromLabels(Jagged, words),
            Dataset.FromLabels(Jagged, ["yes", "no"]),
            Dataset.FromLabels(Jagged, words, names),
            Dataset.FromLabels(Jagged, ["yes", "no"], ["no", "yes"]),
            Dataset.FromLabels([[1, 2], [3, 4]], ["yes", "no"], ["no", "yes"]),
            Dataset.FromLabels(Flat, 2, words),
            Dataset.FromLabels(Flat, 2, ["yes", "no"]),
            Dataset.FromLabels(Flat, 2, ["yes", "no"], names),
            Dataset.FromLabels([1, 2, 3, 4], 2, ["yes", "no"], classNames: ["no", "yes"]),
            Dataset.FromLabels([.. Jagged.Select(row => row)], [.. words.Select(word => word)]),
            Dataset.FromDistinctLabels(Jagged, [7, -7]),
            Dataset.FromDistinctLabels(Flat, 2, [7, -7]),
            Dataset.FromDistinctLabels([1, 2, 3, 4], 2, [7, -7], ["-7", "7"]),
        ])
        {
            data.Features().ShouldBe(Flat);
            data.Labels().ShouldBe(labels);
            data.ClassCount.ShouldBe(2);
        }
    }
}
