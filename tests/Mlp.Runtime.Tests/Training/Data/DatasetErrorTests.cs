using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Data;

/// <summary>Data that no network can learn from is refused with its row and column.</summary>
public sealed class DatasetErrorTests
{
    public static TheoryData<Action, string, int, int?, string> BadData => new()
    {
        {
            () => Dataset.FromTargets((float[][])[[1, 2], [3, float.NaN]], [[1], [2]]), "features", 1, 1,
            "features has a missing value (NaN) in row 1, column 1 (counted from 0), but must have finite numbers: fill it in or leave the row out."
        },
        {
            () => Dataset.FromTargets([1, 2, float.PositiveInfinity, 4], 2, [1, 2]), "features", 1, 0,
            "features has an infinite value in row 1, column 0 (counted from 0)"
        },
        {
            () => Dataset.FromTargets([1, 2], 1, [1, 2, 3, float.NegativeInfinity], 2), "targets", 1, 1,
            "targets has a negative infinite value in row 1, column 1 (counted from 0)"
        },
        {
            () => Dataset.FromLabels((float[][])[[1, 2], [3, 4, 5]], [0, 1]), "features", 1, 2,
            "features has 3 values in row 1 (counted from 0), but must have 2 values, as row 0 has: complete the row or leave it out."
        },
        {
            () => Dataset.FromLabels((float[][])[[1, 2], [3]], [0, 1]), "features", 1, 1,
            "features has 1 values in row 1 (counted from 0), but must have 2 values, as row 0 has"
        },
        {
            () => Dataset.FromLabels((float[][])[[1, 2], null!], [0, 1]), "features", 1, 0,
            "features has 0 values in row 1 (counted from 0), but must have 2 values, as row 0 has"
        },
        {
            () => Dataset.FromLabels((float[][])[[], []], [0, 1]), "features", 0, 0,
            "features has 0 values in row 0 (counted from 0), but must have one value or more"
        },
        {
            () => Dataset.FromTargets((float[][])[[1], [2]], [[1], [2, 3]]), "targets", 1, 1,
            "targets has 2 values in row 1 (counted from 0), but must have 1 values, as row 0 has"
        },
        {
            () => Dataset.FromLabels([1, 2, 3, 4, 5], 2, [0, 1]), "features", 2, 1,
            "features has 5 values, and row 2 ends after 1 of 2 (counted from 0): complete it or pass the right number of columns."
        },
        {
            () => Dataset.FromLabels([1, 2, 3], 1, [0, -1, 1]), "labels", 1, null,
            "labels has -1 in row 1 (counted from 0), but must have a class, 0 to 1: use Dataset.FromDistinctLabels"
        },
        {
            () => Dataset.FromLabels([1, 2, 3], 1, [0, 1, 2], ["a", "b"]), "labels", 2, null,
            "labels has 2 in row 2 (counted from 0), but must have a class, 0 to 1: use"
        },
        {
            () => Dataset.FromLabels([1, 2], 1, [0, int.MaxValue]), "labels", 1, null,
            "labels has 2147483647 in row 1 (counted from 0), but must have a class, 0 to 65535: use Dataset.FromDistinctLabels"
        },
        {
            () => Dataset.FromLabels((float[][])[[1], [2]], ["a", null!]), "labels", 1, null,
            "labels has no name in row 1 (counted from 0): give it one or leave the row out."
        },
    };

    public static TheoryData<Action, string, string> BadArguments => new()
    {
        { () => Dataset.FromTargets([], 1, []), "features", "features has no rows, but must have one or more." },
        { () => Dataset.FromTargets((float[][])[], []), "features", "features has no rows, but must have one or more." },
        { () => Dataset.FromTargets((float[][])null!, []), "features", "Value cannot be null." },
        { () => Dataset.FromTargets([1], 1, [1], 0), "targetCount", "targetCount is 0, but must be 1 or more." },
        { () => Dataset.FromLabels([1], 0, [1]), "featureCount", "featureCount is 0, but must be 1 or more." },
        { () => Dataset.FromTargets([1, 2], 1, [1]), "targets", "targets has 1 rows, but features has 2: each sample must have both." },
        { () => Dataset.FromLabels([1, 2], 1, [0, 1, 0]), "labels", "labels has 3 rows, but features has 2: each sample must have both." },
        { () => Dataset.FromLabels((float[][])[[1]], (string[])null!), "labels", "Value cannot be null." },
        { () => Dataset.FromLabels([1], 1, [0], ["a", "a"]), "classNames", "classNames has \"a\" twice, but must have one name for each class." },
        { () => Dataset.FromLabels([1], 1, [0], ["a", null!]), "classNames", "classNames has a null, but must have one name for each class." },
        { () => Dataset.FromLabels([1], 1, [0], []), "classNames", "classNames is empty, but must have one name for each class." },
        { () => Samples.WithTargets(3).Features(3), "row", "There is no row 3: rows are 0 to 2." },
        { () => Samples.WithTargets(3).Targets(-1), "row", "There is no row -1: rows are 0 to 2." },
        { () => Samples.WithTargets(3).CopyFeatures([0, 3], new float[2]), "row", "There is no row 3: rows are 0 to 2." },
        { () => Samples.WithTargets(3).CopyTargets([0], new float[1]), "destination", "destination has length 1, but must have length 2: rows 1, values a row 2." },
        { () => Samples.WithTargets(3).ReadFeatures(2, 2, []), "count", "There are no 2 rows from row 2 on: rows are 0 to 2." },
        { () => Samples.WithTargets(3).ReadFeatures(-1, 1, []), "count", "There are no 1 rows from row -1 on: rows are 0 to 2." },
        { () => Samples.WithTargets(3).Shuffled(1).ReadTargets(0, 2, new float[3]), "buffer", "buffer has length 3, but must have length 4 or more: rows 2, values a row 2." },
        { () => Samples.WithTargets(3).Subset(ReadOnlySpan<int>.Empty), "rows", "rows is empty, but a dataset must have one row or more." },
        { () => Samples.WithTargets(3).Subset([3]), "row", "There is no row 3: rows are 0 to 2." },
        { () => Samples.WithTargets(3).Split(1), "heldOutFraction", "heldOutFraction is 1, but must be above 0 and below 1." },
        { () => Samples.WithTargets(3).Folds(1), "k", "k is 1, but must be 2 to 3, the number of rows." },
        { () => Samples.WithTargets(3).Folds(4), "k", "k is 4, but must be 2 to 3, the number of rows." },
    };

    [Theory]
    [MemberData(nameof(BadData))]
    public void Bad_data_is_refused_with_its_place(Action create, string parameter, int row, int? column, string message)
    {
        DatasetException exception = Should.Throw<DatasetException>(create);
        exception.ParamName.ShouldBe(parameter);
        exception.Row.ShouldBe(row);
        exception.Column.ShouldBe(column);
        exception.Message.ShouldStartWith(message);
    }

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void Bad_arguments_are_named(Action call, string parameter, string message)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(call);
        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldStartWith(message);
    }

    [Fact]
    public void The_first_bad_value_is_named_at_every_place()
    {
        for (int bad = 0; bad < 12; bad++)
        {
            float[] features = new float[12];
            features.AsSpan(bad).Fill(float.NaN);
            DatasetException exception = Should.Throw<DatasetException>(() => Dataset.FromLabels(features, 3, [0, 0, 0, 0]));
            (exception.Row, exception.Column).ShouldBe((bad / 3, bad % 3));
        }
    }

    [Fact]
    public void Labels_and_targets_are_not_mixed_up()
    {
        Dataset labelled = Samples.Labelled(1, 1);
        Dataset targets = Samples.WithTargets(2);
        Should.Throw<InvalidOperationException>(() => labelled.Targets(0)).Message
            .ShouldBe("This dataset has labels and no targets: use its labels, or OneHot() to make targets of them.");
        Should.Throw<InvalidOperationException>(() => labelled.CopyTargets([0], new float[1]));
        Should.Throw<InvalidOperationException>(() => labelled.ReadTargets(0, 1, []));
        Should.Throw<InvalidOperationException>(() => targets.Label(0)).Message
            .ShouldBe("This dataset has targets and no labels: create it with Dataset.FromLabels to classify.");
        Should.Throw<InvalidOperationException>(() => targets.CopyLabels([0], new int[1]));
        Should.Throw<InvalidOperationException>(() => targets.ReadLabels(0, 1, []));
        Should.Throw<InvalidOperationException>(targets.CountLabels);
        Should.Throw<InvalidOperationException>(targets.OneHot);
    }

    /// <summary>The rows are one and the same array: the product alone is too large.</summary>
    [Fact]
    public void More_values_than_an_array_has_are_refused_in_words()
    {
        float[] row = new float[4096];
        float[][] rows = [.. Enumerable.Repeat(row, 600_000)];
        ArgumentException exception = Should.Throw<ArgumentException>(() => Dataset.FromTargets(rows, new float[600_000]));
        exception.ParamName.ShouldBe("features");
        exception.Message.ShouldStartWith("features: 600000 rows of 4096 are 2457600000 values, but an array has 2147483575 at most: make datasets of parts of the rows and train on one after the other.");

        // A row may stand in a view many times.
        Dataset view = Dataset.FromTargets(new float[40_000], 40_000, [1]).Subset(new int[60_000]);
        Should.Throw<InvalidOperationException>(view.Compact).Message.ShouldStartWith("One block of this view: 60000 rows of 40000 are 2400000000 values");
        Should.Throw<InvalidOperationException>(view.Features).Message.ShouldStartWith("One block of this view");
        Should.Throw<InvalidOperationException>(() => StandardScaler.Fit(view.Subset(..2)).Transform(view)).Message.ShouldStartWith("One block of this view");
    }

    [Fact]
    public void One_row_cannot_be_split() =>
        Should.Throw<InvalidOperationException>(() => Samples.WithTargets(1).Split(0.5)).Message.ShouldBe("A dataset of one row cannot be split.");
}
