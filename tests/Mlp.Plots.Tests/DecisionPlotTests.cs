using System;
using System.Linq;
using Mlp.Training;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace Mlp.Plots.Tests;

/// <summary>Decision regions are where the network decides for a class, and samples stand where they are.</summary>
public sealed class DecisionPlotTests
{
    // The class is 1 where x is larger than 2.
    private static readonly float[] Features = [0, 0, 1, 10, 3, 0, 4, 10];
    private static readonly Dataset Data = Dataset.FromLabels(Features, 2, ["left", "left", "right", "right"]);

    [Fact]
    public void Each_side_of_the_border_has_the_colour_of_its_class()
    {
        using SKBitmap image = SKBitmap.Decode(DecisionPlot.Of(AtTwo(), Data).ToPng(scale: 1));
        var picture = new SvgPicture(DecisionPlot.Of(AtTwo(), Data));
        int row = (int)picture.YOf(4);

        // A quarter of #0072B2 and of #D55E00 on white.
        Pixel(1.5).ShouldBe(new SKColor(0xBF, 0xDB, 0xEB));
        Pixel(2.5).ShouldBe(new SKColor(0xF4, 0xD6, 0xBF));

        SKColor Pixel(double x) => image.GetPixel((int)picture.XOf(x), row);
    }

    [Fact]
    public void Every_sample_is_marked_at_its_place_by_its_actual_class()
    {
        var picture = new SvgPicture(DecisionPlot.Of(AtTwo(), Data) with { FeatureNames = ("length in cm", "width in cm") });
        (double X, double Y)[] dots = picture.Dots("#0072B2");
        dots.Length.ShouldBe(3, "two circles and one in the legend");
        dots[0].X.ShouldBe(picture.XOf(0), 0.05);
        dots[1].X.ShouldBe(picture.XOf(1), 0.05);
        dots[1].Y.ShouldBe(picture.YOf(10), 0.05);
        picture.Texts.ShouldContain("left");
        picture.Texts.ShouldContain("right");
        picture.Texts.ShouldContain("length in cm");
        picture.Texts.ShouldContain("width in cm");
        picture.Texts.ShouldContain("accuracy 1.000 · 4 samples");
        picture.Description.ShouldBe("Regions of 2 classes over length in cm and width in cm with 4 samples, accuracy 1.000");
    }

    [Fact]
    public void A_pipeline_and_a_network_of_scaled_samples_are_drawn_in_the_units_of_the_features()
    {
        Pipeline<YesOrNo> model = Pipeline.Fit(new YesOrNo(seed: 1), Data, new() { Epochs = 20, LearningRate = 0.1 }, StandardScaler.Fit);
        DecisionPlot byPipeline = DecisionPlot.Of(model, Data);
        DecisionPlot byNetwork = DecisionPlot.Of(model.Network, model.Scaler!.Transform(Data));
        new SvgPicture(byPipeline).Labels(0).Select(label => label.Text).ShouldBe(["0", "1", "2", "3", "4"]);
        new SvgPicture(byNetwork).Labels(0).Select(label => label.Text).ShouldBe(["0", "1", "2", "3", "4"]);
    }

    [Fact]
    public void Samples_that_are_all_alike_have_a_region()
    {
        Dataset one = Dataset.FromLabels([5f, 5f, 5f, 5f], 2, [0, 1]);
        var picture = new SvgPicture(DecisionPlot.Of(AtTwo(), one));
        picture.Named("image").ShouldHaveSingleItem();
        picture.Texts.ShouldContain("5.0");
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Should.Throw<ArgumentException>(() => DecisionPlot.Of(new Space(), Dataset.FromLabels([1f, 2f, 3f], 3, [0])))
            .Message.ShouldStartWith("The network has 3 inputs, but regions are drawn of 2: train one on the two features to look at.");
        Should.Throw<ArgumentException>(() => DecisionPlot.Of(new Plane(), Dataset.FromTargets([1f, 2f], 2, [1f, 0f], targetCount: 2)))
            .Message.ShouldStartWith("The samples have no labels, so that there are no classes to draw");
        Should.Throw<ArgumentException>(() => DecisionPlot.Of(new Plane(), Dataset.FromLabels([1f, 2f, 3f], 3, [0])));
        Should.Throw<ArgumentException>(() => DecisionPlot.Of(new Crowd(), Dataset.FromLabels([1f, 2f], 2, [35])))
            .Message.ShouldStartWith("There are 36 classes, but 35 are the most whose marks can be told apart.");
        Should.Throw<ArgumentNullException>(() => DecisionPlot.Of(new Plane(), null!));
        Should.Throw<ArgumentNullException>(() => DecisionPlot.Of((Plane)null!, Data));
        Should.Throw<ArgumentNullException>(() => DecisionPlot.Of(AtTwo(), Data) with { FeatureNames = (null!, "y") });
    }

    // Logits 0 and x − 2.
    private static Plane AtTwo()
    {
        var network = new Plane();
        network.SetParameters([0, 0, 1, 0, 0, -2]);
        return network;
    }
}
