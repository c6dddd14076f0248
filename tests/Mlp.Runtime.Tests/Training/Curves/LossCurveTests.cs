using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Curves;

/// <summary>A loss curve is valid XML whose points stand where the data and the ticks say, whatever the history.</summary>
public sealed class LossCurveTests
{
    private static readonly double[] Training = [.. Enumerable.Range(0, 40).Select(epoch => (2.3 * Math.Exp(-epoch / 8.0)) + 0.01)];
    private static readonly double[] Validation = [.. Enumerable.Range(0, 40).Select(epoch => (2.3 * Math.Exp(-epoch / 6.0)) + 0.06 + (0.004 * epoch))];

    public static TheoryData<double[], double[]> Histories => new()
    {
        { [], [] },
        { [], [0.5, 0.25] },
        { [0.5], [] },
        { [0.5], [0.7] },
        { [double.NaN], [double.PositiveInfinity] },
        { [0, 0, 0], [] },
        { [0.25, 0.25, 0.25], [0.25, 0.25] },
        { [-3, -3], [] },
        { [1, 1 + 1e-15, 1], [] },
        { [1, double.NaN, 2, double.PositiveInfinity, double.NegativeInfinity, 3, 4], [double.NaN, 3, 3, double.NaN] },
        { [1e300, -1e300], [] },
        { [double.MaxValue, 1, double.MinValue], [] },
        { [double.Epsilon, 1e-310], [] },
        { [1e-300, 1e300], [] },
        { [1e-9, 3e-9], [2e-9] },
        { [1e9, 3e12], [] },
        { [0.31, 0.35, 0.33], [] },
        { [-1, -2, 5], [0, 1] },
        { [.. Enumerable.Range(0, 3000).Select(epoch => 1.0 / (1 + epoch))], [] },
    };

    public static TheoryData<LossScale> Scales => [LossScale.Linear, LossScale.Logarithmic];

    [Theory]
    [MemberData(nameof(Scales))]
    public void Points_stand_where_the_ticks_say(LossScale scale)
    {
        var picture = new SvgPicture(new LossCurve(Training, Validation) { Scale = scale, FirstEpoch = 5 });
        Check("training", Training);
        Check("validation", Validation);

        void Check(string name, double[] losses)
        {
            (double X, double Y)[] points = picture.Curves(name).ShouldHaveSingleItem();
            points.Length.ShouldBe(losses.Length);
            for (int index = 0; index < losses.Length; index++)
            {
                // Coordinates have two decimals, of the points and of the ticks that they are measured by.
                points[index].X.ShouldBe(picture.XOf(5 + index), 0.02);
                points[index].Y.ShouldBe(picture.YOf(losses[index], scale), 0.03);
            }
        }
    }

    /// <summary>The validation loss falls until the slope of −2.3/6 e^(−t/6) is above −0.004, at t = 6 ln 95.8 = 27.4: index 27, epoch 28.</summary>
    [Fact]
    public void The_best_epoch_is_that_of_the_smallest_validation_loss()
    {
        var picture = new SvgPicture(new LossCurve(Training, Validation));
        string text = "best epoch 28: " + Validation[27].ToString("G4", CultureInfo.InvariantCulture);
        picture.Texts.ShouldContain(text);
        picture.Description.ShouldBe($"Training and validation loss over 40 epochs; {text}");
        (double x, double y) = picture.Dots("validation").ShouldHaveSingleItem();
        x.ShouldBe(picture.XOf(28), 0.02);
        y.ShouldBe(picture.YOf(Validation[27], LossScale.Linear), 0.03);
    }

    [Fact]
    public void The_best_epoch_can_be_given_and_one_outside_has_no_mark()
    {
        new SvgPicture(new LossCurve(Training, Validation) { BestEpoch = 3 }).Texts.ShouldContain(text => text.StartsWith("best epoch 3: "));
        new SvgPicture(new LossCurve(Training, Validation) { BestEpoch = 41 }).Texts.ShouldNotContain(text => text.StartsWith("best"));
        new SvgPicture(new LossCurve(Training) { BestEpoch = 0 }).Texts.ShouldNotContain(text => text.StartsWith("best"));
        new SvgPicture(new LossCurve([1, 0.5, 0.5])).Texts.ShouldContain("best epoch 2: 0.5");
        new SvgPicture(new LossCurve(Training)).Description.ShouldStartWith("Training loss over 40 epochs; best epoch 40: ");
    }

    [Fact]
    public void Both_axes_have_round_ticks()
    {
        var linear = new SvgPicture(new LossCurve(Training, Validation));
        linear.LossTicks.Select(tick => tick.Label).ShouldBe(["0", "0.5", "1.0", "1.5", "2.0", "2.5"]);
        linear.EpochTicks.Select(tick => tick.Label).ShouldBe(["1", "5", "10", "15", "20", "25", "30", "35", "40"]);
        Labels([0.011, 1.9], LossScale.Logarithmic).ShouldBe(["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2"]);
        Labels([0.011, 19], LossScale.Logarithmic).ShouldBe(["0.01", "0.1", "1", "10"]);
        Labels([0.0075, 1.9], LossScale.Logarithmic).ShouldBe(["0.01", "0.1", "1"]);
        Labels([1e-9, 1], LossScale.Logarithmic).ShouldBe(["1e-9", "1e-7", "1e-5", "0.001", "0.1"]);
        Labels([0.31, 0.35], LossScale.Logarithmic).ShouldBe(["0.31", "0.32", "0.33", "0.34", "0.35"]);
        Labels([2e-6, 3e-6], LossScale.Linear).ShouldBe(["2e-6", "2.2e-6", "2.4e-6", "2.6e-6", "2.8e-6", "3e-6"]);
        Labels([-1, 1], LossScale.Linear).ShouldBe(["-1.0", "-0.5", "0", "0.5", "1.0"]);
        Labels([0, 3e7], LossScale.Linear).ShouldBe(["0", "1e7", "2e7", "3e7"]);

        static IEnumerable<string> Labels(double[] losses, LossScale scale) =>
            new SvgPicture(new LossCurve(losses) { Scale = scale }).LossTicks.Select(tick => tick.Label);
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Any_history_is_a_valid_picture_within_its_frame(double[] training, double[] validation)
    {
        foreach (LossScale scale in (LossScale[])[LossScale.Linear, LossScale.Logarithmic])
        {
            var curve = new LossCurve(training, validation) { Scale = scale, Width = 480, Height = 240 };
            string svg = curve.ToSvg();
            svg.ShouldNotContain("NaN");
            svg.ShouldNotContain("Infinity");
            svg.ShouldNotContain("∞");
            var picture = new SvgPicture(curve);
            foreach ((double x, double y) in picture.AllPoints)
            {
                x.ShouldBeInRange(0, 480);
                y.ShouldBeInRange(75.99, 188.01);
            }

            bool IsVisible(double loss) => Math.Abs(loss) <= 1e300 && (scale == LossScale.Linear || loss >= 1e-300);
            int visible = training.Concat(validation).Count(IsVisible);
            picture.PointsOfCurves.ShouldBe(visible);
            picture.Texts.Contains("no losses to draw").ShouldBe(visible == 0);
            if (visible > 0)
            {
                picture.LossTicks.Count.ShouldBeInRange(2, 12);
            }
        }
    }

    [Fact]
    public void Gaps_divide_a_curve_and_a_loss_alone_is_a_dot()
    {
        var picture = new SvgPicture(new LossCurve([3, 2, double.NaN, 1, double.NaN, double.NaN, 2, 2, 3]) { BestEpoch = 0 });
        picture.Curves("training").Select(curve => curve.Length).ShouldBe([2, 3]);
        (double x, double y) = picture.Dots("training").ShouldHaveSingleItem();
        x.ShouldBe(picture.XOf(4), 0.02);
        y.ShouldBe(picture.YOf(1, LossScale.Linear), 0.03);
    }

    [Theory]
    [InlineData("a < b && \"c\" > 'd'", "a < b && \"c\" > 'd'")]
    [InlineData("]]> <!-- &amp; -->", "]]> <!-- &amp; -->")]
    [InlineData("two\nlines\tand\rmore", "two lines and more")]
    [InlineData("bell\u0007 zero\0 \uFFFE", "bell\uFFFD zero\uFFFD \uFFFD")]
    [InlineData("ztráta 损失 🙂", "ztráta 损失 🙂")]
    [InlineData("", "")]
    public void Any_title_is_escaped(string title, string read)
    {
        var picture = new SvgPicture(new LossCurve(Training) { Title = title });
        picture.Title.ShouldBe(read);
        picture.Texts[0].ShouldBe(read);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        new SvgPicture(new LossCurve(Training) { Title = "half \uD83D of a pair" }).Title.ShouldBe("half \uFFFD of a pair");

    [Fact]
    public void A_title_too_long_is_shortened_in_the_picture_only()
    {
        string title = string.Concat(Enumerable.Repeat("e\u0301🙂", 200));
        var picture = new SvgPicture(new LossCurve(Training) { Title = title, Width = 480 });
        picture.Title.ShouldBe(title);
        picture.Texts[0].ShouldEndWith("…");
        picture.Texts[0].ShouldStartWith("e\u0301🙂");
        new StringInfo(picture.Texts[0]).LengthInTextElements.ShouldBe(45);
    }

    [Fact]
    public void Same_losses_same_text_under_every_culture()
    {
        var curve = new LossCurve(Training, Validation) { Scale = LossScale.Logarithmic };
        UnderCulture.Hostile(curve.ToSvg).ShouldBe(new LossCurve(Training, Validation) { Scale = LossScale.Logarithmic }.ToSvg());
        curve.ToSvg().ShouldNotContain("\r");
        var negative = new LossCurve([-1.5, 2.5]);
        UnderCulture.Hostile(negative.ToSvg).ShouldBe(negative.ToSvg());
    }

    [Fact]
    public void Both_colour_schemes_are_served_and_viewers_that_know_none_too()
    {
        string svg = new LossCurve(Training, Validation).ToSvg();
        svg.ShouldContain("@media (prefers-color-scheme: light)");
        svg.ShouldContain("@media (prefers-color-scheme: dark)");
        XDocument.Parse(svg).Descendants().Single(element => element.Name.LocalName == "style").Value
            .TrimStart().ShouldStartWith("@media", Case.Sensitive, "outside of a scheme the attributes of the shapes hold");
        foreach (XElement shape in XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName is "path" or "text" or "circle"))
        {
            shape.Attribute("class").ShouldNotBeNull();
            (shape.Attribute("fill") ?? shape.Attribute("stroke")).ShouldNotBeNull().Value.ShouldNotBeEmpty();
        }

        svg.ShouldNotContain("<rect");
    }

    [Fact]
    public void Later_changes_of_a_history_do_not_reach_the_picture()
    {
        List<double> losses = [1, 2];
        var curve = new LossCurve(losses);
        string before = curve.ToSvg();
        losses.Add(3);
        curve.ToSvg().ShouldBe(before);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => new LossCurve(null!));
        Should.Throw<ArgumentOutOfRangeException>(() => new LossCurve([]) { Width = 100 }).Message.ShouldStartWith("Width is 100, but must be 480 or more.");
        Should.Throw<ArgumentOutOfRangeException>(() => new LossCurve([]) { Height = 100 }).Message.ShouldStartWith("Height is 100, but must be 240 or more.");
    }
}
