using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Data;

/// <summary>Labels that are names or numbers of any kind become classes, in a second table the same as in the first.</summary>
public sealed class NamedLabelTests
{
    private static readonly float[][] Rows = [[1], [2], [3]];
    private static readonly float[] Flat = [1, 2, 3];
    private static readonly string[] Species = ["setosa", "versicolor", "virginica"];

    public static TheoryData<Func<Dataset>, int, string> BadLabels => new()
    {
        {
            () => Dataset.FromLabels(Rows, ["setosa", "setosa", "Virginica"], Species), 2,
            "labels has \"Virginica\" in row 2 (counted from 0), which is none of the classes {setosa, versicolor, virginica} (did you mean \"virginica\"?): correct it, leave the row out, or name the class in classNames, and train with it."
        },
        { () => Dataset.FromLabels(Flat, 1, ["setosa", "versicolor ", "setosa"], Species), 1, "labels has \"versicolor \" in row 1 (counted from 0), which is none of the classes {setosa, versicolor, virginica} (did you mean \"versicolor\"?)" },
        { () => Dataset.FromLabels(Rows, ["sestoa", "", "setosa"], Species), 0, "labels has \"sestoa\" in row 0 (counted from 0), which is none of the classes {setosa, versicolor, virginica} (did you mean \"setosa\"?)" },
        { () => Dataset.FromLabels(Rows, ["rose", "setosa", "setosa"], Species), 0, "labels has \"rose\" in row 0 (counted from 0), which is none of the classes {setosa, versicolor, virginica}: correct it" },
        { () => Dataset.FromLabels(Rows, ["setosa", null!, "setosa"], Species), 1, "labels has no name in row 1 (counted from 0): give it one or leave the row out." },
        { () => Dataset.FromDistinctLabels(Rows, [1, 3, 2], ["1", "3"]), 2, "labels has 2 in row 2 (counted from 0), which is none of the classes {1, 3}: correct it" },
        { () => Dataset.FromDistinctLabels(Flat, 1, [-1, 1, 0], ["-1", "1"]), 2, "labels has 0 in row 2 (counted from 0), which is none of the classes {-1, 1}: correct it" },
        { () => Dataset.FromLabels(Rows, [-1, 1, 1]), 0, "labels has -1 in row 0 (counted from 0), but must have a class, 0 to 1: use Dataset.FromDistinctLabels where labels are other numbers, as -1 and 1 or 1 to 2." },
        { () => Dataset.FromLabels(Rows, [1, 2, 3], Species), 2, "labels has 3 in row 2 (counted from 0), but must have a class, 0 to 2: use Dataset.FromDistinctLabels where labels are other numbers, as -1 and 1 or 1 to 3." },
    };

    [Fact]
    public void A_second_table_is_encoded_with_the_classes_of_the_first()
    {
        Dataset first = Dataset.FromLabels(Rows, ["versicolor", "virginica", "setosa"]);
        foreach (Dataset second in (Dataset[])
            [Dataset.FromLabels(Rows, ["virginica", "setosa", "virginica"], first.ClassNames), Dataset.FromLabels(Flat, 1, ["virginica", "setosa", "virginica"], first.ClassNames)])
        {
            second.Labels().ShouldBe([2, 0, 2]);
            second.ClassNames.ShouldBe(Species);
            second.Schema.ShouldBe(first.Schema);
        }
    }

    [Fact]
    public void Given_names_have_the_order_they_are_given_in()
    {
        Dataset data = Dataset.FromLabels(Rows, ["low", "high", "low"], ["low", "medium", "high"]);
        data.Labels().ShouldBe([0, 2, 0]);
        data.CountLabels().ShouldBe([2, 0, 1]);
    }

    [Fact]
    public void Names_from_row_major_memory() =>
        Dataset.FromLabels(Flat, 1, ["b", "a", "b"]).Labels().ShouldBe([1, 0, 1]);

    [Theory]
    [InlineData(new[] { -1, 1, -1 }, new[] { 0, 1, 0 }, new[] { "-1", "1" })]
    [InlineData(new[] { 3, 1, 2 }, new[] { 2, 0, 1 }, new[] { "1", "2", "3" })]
    [InlineData(new[] { 40, -7, 1000 }, new[] { 1, 0, 2 }, new[] { "-7", "40", "1000" })]
    [InlineData(new[] { int.MaxValue, int.MinValue, 0 }, new[] { 2, 0, 1 }, new[] { "-2147483648", "0", "2147483647" })]
    public void Different_numbers_are_classes_in_ascending_order(int[] given, int[] labels, string[] names)
    {
        foreach (Dataset data in (Dataset[])[UnderCulture.Hostile(() => Dataset.FromDistinctLabels(Rows, given)), Dataset.FromDistinctLabels(Flat, 1, given)])
        {
            data.Labels().ShouldBe(labels);
            data.ClassNames.ShouldBe(names);
            Dataset second = UnderCulture.Hostile(() => Dataset.FromDistinctLabels(Rows, [given[2], given[0], given[2]], data.ClassNames));
            second.Labels().ShouldBe([labels[2], labels[0], labels[2]]);
            second.Schema.ShouldBe(data.Schema);
        }
    }

    [Theory]
    [MemberData(nameof(BadLabels))]
    public void A_label_that_is_none_is_named_with_its_row_and_what_may_be_meant(Func<Dataset> create, int row, string message)
    {
        DatasetException exception = Should.Throw<DatasetException>(create);
        exception.Message.ShouldStartWith(message);
        exception.ParamName.ShouldBe("labels");
        (exception.Row, exception.Column).ShouldBe((row, null));
    }

    [Fact]
    public void Quantities_are_no_classes() =>
        Should.Throw<ArgumentException>(() => Dataset.FromDistinctLabels(new float[70_000], 1, [.. Enumerable.Range(0, 70_000)])).Message
            .ShouldStartWith("labels has more than 65536 different numbers, and each would be a class: use FromTargets where they are quantities.");

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, "data has 4 classes (labels 0 to 3, but no sample has label 0: use Dataset.FromDistinctLabels to map labels to classes), but the network has 2 outputs")]
    [InlineData(new[] { 2, 2, 4 }, "data has 5 classes (labels 0 to 4, but no sample has label 0 or 1 or 3: use")]
    [InlineData(new[] { 10, 20, 30 }, "data has 31 classes (labels 0 to 30, but no sample has label 0 or 1 or 2 or 25 others: use")]
    [InlineData(new[] { 0, 1, 2 }, "data has 3 classes, but the network has 2 outputs")]
    public void A_class_that_no_sample_has_is_named_where_classes_do_not_fit(int[] labels, string message)
    {
        Dataset data = Dataset.FromLabels((float[][])[[1, 1], [2, 2], [3, 3]], labels);
        Should.Throw<ArgumentException>(() => Trainer.Fit(new Fitting.LinearNetwork(), data)).Message.ShouldStartWith(message);
        Should.Throw<ArgumentException>(() => data.ForOutputs(2)).Message.ShouldContain(message["data has ".Length..].Split(',')[0]);
    }

    /// <summary>The whole has all classes; that a view lacks one is no mistake. Nor is one that was named.</summary>
    [Fact]
    public void A_class_that_a_view_lacks_or_that_was_named_is_none_that_no_sample_has()
    {
        Dataset.FromLabels(Rows, [0, 1, 2]).Subset([2]).DescribeClasses().ShouldBe("3 classes");
        Dataset.FromLabels(Rows, [1, 1, 2], Species).DescribeClasses().ShouldBe("3 classes");
        Dataset.FromLabels(Rows, [1, 1, 2]).Subset([2]).DescribeClasses().ShouldContain("no sample has label 0:");
    }
}
