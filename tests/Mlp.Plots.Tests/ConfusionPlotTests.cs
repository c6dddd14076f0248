using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Plots.Tests;

/// <summary>A confusion plot shows every count in its cell, the darker the more of its class, and every name that fits.</summary>
public sealed class ConfusionPlotTests
{
    // 90 of 100 cats are right, 1 of 4 dogs, no bird occurs.
    private static readonly ConfusionMatrix Animals = new(
        [.. Enumerable.Repeat(0, 100), 1, 1, 1, 1],
        [.. Enumerable.Repeat(0, 90), .. Enumerable.Repeat(1, 10), 0, 0, 2, 1],
        ["cat", "dog", "bird & co <3>"]);

    [Fact]
    public void Counts_names_and_measures_are_there_and_zeros_are_empty()
    {
        var picture = new SvgPicture(ConfusionPlot.Of(Animals));
        picture.Texts.Where(text => int.TryParse(text, out int count) && count is not 0).ShouldBe(["90", "10", "2", "1", "1"], ignoreOrder: true);
        foreach (string name in Animals.ClassNames)
        {
            picture.Texts.Count(text => text == name).ShouldBe(2, "once at each axis");
        }

        picture.Texts.ShouldContain("actual");
        picture.Texts.ShouldContain("predicted");
        picture.Texts.ShouldContain("part of the actual class");
        picture.Texts.ShouldContain("accuracy 0.875 · 104 samples");
        picture.Description.ShouldBe("Confusion matrix of 104 samples in 3 classes, accuracy 0.875");
    }

    [Fact]
    public void A_cell_is_coloured_by_its_part_of_the_actual_class()
    {
        double[] lightness = [.. Cells(new SvgPicture(ConfusionPlot.Of(Animals))).Select(cell => Lightness((string)cell.Attribute("fill")!))];
        lightness.Length.ShouldBe(9);

        // 0.9 of the cats, 0.5, 0.25 and 0.25 of the dogs, 0.1 of the cats, and nothing.
        (lightness[0] < lightness[3] && lightness[3] < lightness[4] && lightness[4] == lightness[5] && lightness[5] < lightness[1] && lightness[1] < lightness[2]).ShouldBeTrue();
        lightness[6..].ShouldAllBe(value => value == lightness[2]);
    }

    /// <summary>Actual classes are rows from the top, predicted ones columns: 10 cats that are taken for dogs stand in the first row, right of the 90.</summary>
    [Fact]
    public void Rows_are_actual_and_columns_predicted()
    {
        var picture = new SvgPicture(ConfusionPlot.Of(Animals));
        (string Text, double X, double Y)[] counts = [.. picture.TextEnds().Where((_, index) => index % 2 == 0)];
        (_, double rightX, double rightY) = counts.Single(count => count.Text == "90");
        (_, double takenX, double takenY) = counts.Single(count => count.Text == "10");
        takenX.ShouldBeGreaterThan(rightX + 40);
        takenY.ShouldBe(rightY);
        counts.Single(count => count.Text == "2").Y.ShouldBeGreaterThan(rightY + 40);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(60)]
    public void Any_number_of_classes_has_its_cells_and_all_texts_on_the_sheet(int classes)
    {
        foreach (string name in (string[])["c", "customer segment of the north-western district number "])
        {
            int[] labels = [.. Enumerable.Range(0, 200 * classes).Select(index => index % classes)];
            int[] predicted = [.. labels.Select((label, index) => index % 7 == 0 ? (label + 1) % classes : label)];
            string[] names = [.. Enumerable.Range(0, classes).Select(label => name + label.ToString(CultureInfo.InvariantCulture))];
            var picture = new SvgPicture(ConfusionPlot.Of(new ConfusionMatrix(labels, predicted, names)));
            Cells(picture).Count().ShouldBe(classes * classes);
            ShouldBeOnTheSheet(picture);
            string[] shown = [.. picture.Texts.Where(text => text.StartsWith(name[..1], StringComparison.Ordinal) && text.Length > 1 && text != "confusion").Distinct()];
            shown.Length.ShouldBe(classes, "names that are shortened stay different");
        }
    }

    [Fact]
    public void A_sheet_too_small_for_all_names_has_some_of_them_and_no_counts()
    {
        int[] labels = [.. Enumerable.Range(0, 4000).Select(index => index % 20)];
        var matrix = new ConfusionMatrix(labels, labels, [.. Enumerable.Range(0, 20).Select(label => $"segment {label}")]);
        var picture = new SvgPicture(ConfusionPlot.Of(matrix) with { Width = 400, Height = 300 });
        picture.Texts.ShouldContain("segment 0");
        picture.Texts.ShouldContain("segment 18");
        picture.Texts.ShouldNotContain("segment 19");
        picture.Texts.ShouldNotContain("200");
        ShouldBeOnTheSheet(picture);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => ConfusionPlot.Of((ConfusionMatrix)null!));
        Should.Throw<ArgumentNullException>(() => ConfusionPlot.Of((ClassificationReport)null!));
        var large = new ConfusionMatrix([60], [0], [.. Enumerable.Range(0, 61).Select(label => $"c{label}")]);
        Should.Throw<ArgumentException>(() => ConfusionPlot.Of(large)).Message.ShouldStartWith("There are 61 classes, but 60 are the most that can be drawn: ");
    }

    [Fact]
    public void A_report_is_drawn_by_its_counts() =>
        ConfusionPlot.Of(new ClassificationReport(Animals)).ToSvg().ShouldBe(ConfusionPlot.Of(Animals).ToSvg());

    private static void ShouldBeOnTheSheet(SvgPicture picture)
    {
        foreach ((string text, double x, double y) in picture.TextEnds())
        {
            x.ShouldBeInRange(1, picture.Size.Width - 1, text);
            y.ShouldBeInRange(1, picture.Size.Height - 1, text);
        }
    }

    // The first group that is clipped to the data has the cells in it.
    private static IEnumerable<XElement> Cells(SvgPicture picture) => picture.Named("g")
        .Select(group => group.Elements().Where(element => element.Name.LocalName == "rect"))
        .MaxBy(cells => cells.Count())!;

    private static double Lightness(string colour) => colour == "white" ? 765 : Enumerable.Range(0, 3).Sum(channel => Convert.ToInt32(colour.Substring(1 + (2 * channel), 2), 16));
}
