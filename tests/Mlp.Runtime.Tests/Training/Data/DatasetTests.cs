using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Data;

/// <summary>Datasets hold what they were given, wherever it came from, and give it back by row, by batch and in place.</summary>
public sealed class DatasetTests
{
    private static readonly float[][] Jagged = [[1, 2, 3], [4, 5, 6]];

    [Fact]
    public void Targets_from_memory_and_from_rows()
    {
        foreach (Dataset data in (Dataset[])
            [Dataset.FromTargets([1, 2, 3, 4, 5, 6], 3, [7, 8, 9, 10], 2), Dataset.FromTargets(Jagged, [[7, 8], [9, 10]])])
        {
            (data.Count, data.FeatureCount, data.TargetCount, data.ClassCount).ShouldBe((2, 3, 2, 0));
            data.HasLabels.ShouldBeFalse();
            data.ClassNames.ShouldBeEmpty();
            data.IsContiguous.ShouldBeTrue();
            data.Features(1).ToArray().ShouldBe([4, 5, 6]);
            data.Targets(1).ToArray().ShouldBe([9, 10]);
        }
    }

    [Fact]
    public void Labels_from_memory_and_from_rows()
    {
        string[] names = ["no", "yes"];
        foreach (Dataset data in (Dataset[])
            [Dataset.FromLabels([1, 2, 3, 4, 5, 6], 3, [1, 0], names), Dataset.FromLabels(Jagged, [1, 0], names), Dataset.FromLabels(Jagged, ["yes", "no"])])
        {
            (data.Count, data.FeatureCount, data.TargetCount, data.ClassCount).ShouldBe((2, 3, 0, 2));
            data.HasLabels.ShouldBeTrue();
            data.ClassNames.ShouldBe(names);
            data.Label(0).ShouldBe(1);
            data.Label(1).ShouldBe(0);
            data.CountLabels().ShouldBe([1, 1]);
        }
    }

    [Fact]
    public void Classes_without_names_are_numbers()
    {
        Dataset data = Dataset.FromLabels([1, 2, 3], 1, [2, 0, 2]);
        data.ClassNames.ShouldBe(["0", "1", "2"]);
        data.CountLabels().ShouldBe([1, 0, 2]);
    }

    /// <summary>Ordinal order, as scikit-learn's LabelEncoder: capitals before small letters, no culture.</summary>
    [Fact]
    public void Named_labels_are_numbered_in_ordinal_order()
    {
        Dataset data = UnderCulture.Hostile(() => Dataset.FromLabels((float[][])[[0], [0], [0], [0]], ["chata", "cena", "Zebra", "cena"]));
        data.ClassNames.ShouldBe(["Zebra", "cena", "chata"]);
        Enumerable.Range(0, 4).Select(data.Label).ShouldBe([2, 1, 0, 1]);
    }

    [Fact]
    public void The_callers_memory_is_not_kept()
    {
        float[] features = [1, 2];
        int[] labels = [0, 1];
        string[] names = ["a", "b"];
        Dataset data = Dataset.FromLabels(features, 1, labels, names);
        (features[0], labels[0], names[0]) = (9, 1, "z");
        data.Features(0)[0].ShouldBe(1);
        data.Label(0).ShouldBe(0);
        data.ClassNames[0].ShouldBe("a");
    }

    [Fact]
    public void Rows_of_a_batch_are_gathered()
    {
        Dataset data = Samples.WithTargets(5);
        float[] features = new float[3];
        float[] targets = new float[6];
        data.CopyFeatures([4, 0, 4], features);
        data.CopyTargets([4, 0, 4], targets);
        features.ShouldBe([4, 0, 4]);
        targets.ShouldBe([40, 41, 0, 1, 40, 41]);

        int[] labels = new int[2];
        Samples.Labelled(2, 1).CopyLabels([2, 0], labels);
        labels.ShouldBe([1, 0]);
    }

    [Fact]
    public void Rows_of_a_view_are_gathered_in_its_order()
    {
        Dataset view = Samples.WithTargets(5).Subset([3, 1, 2]);
        float[] features = new float[2];
        view.CopyFeatures([2, 0], features);
        features.ShouldBe([2, 3]);
        float[] targets = new float[2];
        view.CopyTargets([1], targets);
        targets.ShouldBe([10, 11]);
    }

    [Fact]
    public void Rows_are_read_in_place_or_through_the_buffer()
    {
        Dataset data = Samples.WithTargets(5);
        data.ReadFeatures(1, 3, []).ToArray().ShouldBe([1, 2, 3]);
        data.ReadTargets(4, 1, []).ToArray().ShouldBe([40, 41]);
        data.ReadFeatures(5, 0, []).IsEmpty.ShouldBeTrue();

        Dataset view = data.Subset([4, 0, 2]);
        float[] buffer = new float[5];
        view.ReadFeatures(1, 2, buffer).ToArray().ShouldBe([0, 2]);
        buffer.ShouldBe([0, 2, 0, 0, 0]);
        view.ReadTargets(0, 2, buffer).ToArray().ShouldBe([40, 41, 0, 1]);

        Dataset labelled = Samples.Labelled(1, 2);
        labelled.ReadLabels(0, 3, []).ToArray().ShouldBe([0, 1, 1]);
        labelled.Subset([2, 0]).ReadLabels(0, 2, new int[2]).ToArray().ShouldBe([1, 0]);
    }

    [Fact]
    public void Reading_and_gathering_allocate_nothing()
    {
        Dataset view = Samples.WithTargets(50).Shuffled(1);
        int[] rows = [3, 1, 4];
        float[] buffer = new float[6];
        Allocations.Of(() =>
        {
            view.CopyFeatures(rows, buffer.AsSpan(0, 3));
            view.CopyTargets(rows, buffer);
            _ = view.ReadFeatures(2, 6, buffer);
            _ = view.ReadTargets(2, 3, buffer);
        }).ShouldBe(0);
    }

    [Fact]
    public void All_rows_are_copied_in_the_order_of_the_samples()
    {
        Dataset data = Samples.WithTargets(3);
        data.Features().ShouldBe([0, 1, 2]);
        data.Targets().ShouldBe([0, 1, 10, 11, 20, 21]);
        data.Features()[0] = 9;
        data.Features(0)[0].ShouldBe(0);

        Dataset view = data.Subset([2, 0]);
        view.Features().ShouldBe([2, 0]);
        view.Targets().ShouldBe([20, 21, 0, 1]);
        Dataset labelled = Samples.Labelled(1, 2);
        labelled.Labels().ShouldBe([0, 1, 1]);
        labelled.Subset([2, 0]).Labels().ShouldBe([1, 0]);
        Should.Throw<InvalidOperationException>(data.Labels);
        Should.Throw<InvalidOperationException>(labelled.Targets);
    }

    [Fact]
    public void One_hot_of_a_view_encodes_its_own_rows()
    {
        Dataset whole = Samples.Labelled(1, 1, 1);
        whole.OneHot().Features(1).Overlaps(whole.Features(1)).ShouldBeTrue();
        Dataset view = whole.Subset([2, 0, 2]).OneHot();
        view.IsContiguous.ShouldBeTrue();
        view.Features().ShouldBe([2, 0, 2]);
        view.Targets().ShouldBe([0, 0, 1, 1, 0, 0, 0, 0, 1]);
    }

    [Fact]
    public void A_compact_view_has_the_same_samples_in_place()
    {
        Dataset data = Samples.WithTargets(5);
        data.Compact().ShouldBeSameAs(data);
        Dataset compact = data.Subset([3, 1]).Compact();
        compact.IsContiguous.ShouldBeTrue();
        compact.ReadFeatures(0, 2, []).ToArray().ShouldBe([3, 1]);
        compact.ReadTargets(0, 2, []).ToArray().ShouldBe([30, 31, 10, 11]);

        Dataset labelled = Samples.Labelled(1, 1, 1).Subset([2, 0]).Compact();
        labelled.ReadLabels(0, 2, []).ToArray().ShouldBe([2, 0]);
        labelled.ClassCount.ShouldBe(3);
    }

    [Fact]
    public void One_hot()
    {
        Dataset data = Samples.Labelled(1, 1, 1).Subset([2, 0]).OneHot();
        (data.TargetCount, data.HasLabels, data.ClassCount).ShouldBe((3, false, 0));
        data.Targets(0).ToArray().ShouldBe([0, 0, 1]);
        data.Targets(1).ToArray().ShouldBe([1, 0, 0]);
        data.Features(0)[0].ShouldBe(2);
    }

    [Fact]
    public void Targets_for_a_network()
    {
        Dataset targets = Samples.WithTargets(2);
        targets.ForOutputs(2).ShouldBeSameAs(targets);
        Samples.Labelled(1, 1, 1).ForOutputs(3).Targets(1).ToArray().ShouldBe([0, 1, 0]);
        Dataset binary = Samples.Labelled(1, 1);
        binary.ForOutputs(2).Targets(1).ToArray().ShouldBe([0, 1]);
        binary.ForOutputs(1).Targets(1).ToArray().ShouldBe([1]);
        binary.ForOutputs(1).Targets(0).ToArray().ShouldBe([0]);
        Should.Throw<ArgumentException>(() => targets.ForOutputs(3)).Message
            .ShouldStartWith("The network has 3 outputs, but the dataset has 2 targets a sample: declare the network with as many outputs.");
        Should.Throw<ArgumentException>(() => Samples.Labelled(1, 1, 1).ForOutputs(1)).Message.ShouldContain("the dataset has 3 classes");
    }
}
