using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Plots.Tests;

/// <summary>A prediction plot has a mark for each sample at its values, measures, and the line of right predictions.</summary>
public sealed class PredictionPlotTests
{
    [Fact]
    public void Marks_stand_at_their_values_and_measures_are_those_of_the_report()
    {
        float[] actual = [0, 1, 2, 3, 4];
        float[] predicted = [0.5f, 1, 2, 3, 3.5f];
        var picture = new SvgPicture(PredictionPlot.Of(actual, predicted) with { Quantity = "price in €" });
        (double X, double Y)[] dots = [.. picture.Dots(Colours.First).Where(dot => dot.X > picture.XOf(-0.2) && dot.Y > picture.YOf(3.6))];
        dots.Length.ShouldBe(5);
        for (int sample = 0; sample < actual.Length; sample++)
        {
            dots[sample].X.ShouldBe(picture.XOf(actual[sample]), 0.05);
            dots[sample].Y.ShouldBe(picture.YOf(predicted[sample]), 0.05);
        }

        // √(2 · 0.25 / 5), 1 − 0.5 / 10.
        picture.Texts.ShouldContain("RMSE 0.3162, R² 0.950, 5 samples");
        picture.Texts.ShouldContain("actual price in €");
        picture.Texts.ShouldContain("predicted price in €");
        picture.Texts.ShouldContain("predicted = actual");
        picture.Named("path").Count(path => (string?)path.Attribute("fill") == Colours.Second).ShouldBe(2, "the line and its sign in the legend");
    }

    /// <summary>Of 30,000 samples every third one.</summary>
    [Fact]
    public void Of_very_many_samples_some_are_drawn_and_the_plot_says_so()
    {
        float[] values = [.. Enumerable.Range(0, 30_000).Select(index => index / 30_000f)];
        var picture = new SvgPicture(PredictionPlot.Of(values, values));
        picture.Dots(Colours.First).Length.ShouldBe(10_001, "and one in the legend");
        picture.Texts.ShouldContain("RMSE 0, R² 1.000, 30,000 samples, 10,000 of them drawn");
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(1e30f, -1e30f)]
    [InlineData(1e-30f, 2e-30f)]
    [InlineData(123456f, 123456.1f)]
    [InlineData(float.MaxValue, float.MinValue)]
    public void Any_finite_values_are_drawn_on_the_sheet(float actual, float predicted)
    {
        var picture = new SvgPicture(PredictionPlot.Of([actual], [predicted]));
        picture.Dots(Colours.First).Length.ShouldBe(2);
        picture.Dots(Colours.First).ShouldAllBe(dot => dot.X > 0 && dot.X < 560 && dot.Y > 0 && dot.Y < 560);
        foreach ((string text, double x, double _) in picture.TextEnds())
        {
            x.ShouldBeInRange(1, 559, text);
        }
    }

    [Fact]
    public void A_network_and_a_pipeline_are_drawn_in_the_units_of_the_targets()
    {
        float[] features = [.. Enumerable.Range(0, 40).Select(index => (float)index)];
        float[] prices = [.. features.Select(feature => 100_000 + (5_000 * feature))];
        Dataset data = Dataset.FromTargets(features, 1, prices);
        Pipeline<Slope> model = Pipeline.Fit(new Slope(seed: 1), data, new() { Epochs = 50, LearningRate = 0.1 }, StandardScaler.Fit, StandardScaler.FitTargets);
        PredictionPlot byPipeline = PredictionPlot.Of(model, data);
        Dataset scaled = model.TargetScaler!.TransformTargets(model.Scaler!.Transform(data));

        var picture = new SvgPicture(byPipeline);
        picture.Labels(0).Select(label => label.Text).ShouldBe(["100000", "150000", "200000", "250000", "300000"], "or some of them");
        new SvgPicture(PredictionPlot.Of(model.Network, scaled)).Labels(0).Select(label => label.Text).ShouldBe(picture.Labels(0).Select(label => label.Text));
        picture.Texts.ShouldContain(text => text.EndsWith(", 40 samples"));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Should.Throw<ArgumentException>(() => PredictionPlot.Of([], [])).Message.ShouldStartWith("There are no values to draw: actual is empty.");
        Should.Throw<ArgumentException>(() => PredictionPlot.Of([1], [1, 2])).Message.ShouldStartWith("There are 1 actual values and 2 predicted ones, but there must be as many.");
        Should.Throw<ArgumentException>(() => PredictionPlot.Of([1, 2], [1, float.NaN])).Message.ShouldStartWith("predicted[1] is NaN, which has no place in a plot");
        Should.Throw<ArgumentException>(() => PredictionPlot.Of([float.PositiveInfinity], [1])).Message.ShouldStartWith("actual[0] is Infinity, which has no place in a plot");
        Dataset numbers = Dataset.FromTargets([1f, 2f], 1, [1f, 2f]);
        Should.Throw<ArgumentOutOfRangeException>(() => PredictionPlot.Of(new Slope(), numbers, target: 1)).Message.ShouldStartWith("target is 1, but must be 0 to 0.");
        Should.Throw<ArgumentException>(() => PredictionPlot.Of(new Slope(), Dataset.FromTargets([1f, 2f], 1, [1f, 2f, 3f, 4f], targetCount: 2)))
            .Message.ShouldStartWith("The samples have 2 targets, but the network has 1 outputs.");
        Should.Throw<ArgumentException>(() => PredictionPlot.Of(new Slope(), Dataset.FromLabels([1f, 2f], 1, [0, 1])))
            .Message.ShouldStartWith("The samples have labels, which are no numbers to compare: draw a ConfusionPlot");
        Should.Throw<ArgumentNullException>(() => PredictionPlot.Of(new Slope(), null!));
        Should.Throw<ArgumentNullException>(() => PredictionPlot.Of([1], [1]) with { Quantity = null! });
    }
}
