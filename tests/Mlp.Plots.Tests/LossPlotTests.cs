using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Plots.Tests;

/// <summary>A loss plot has its points where the data and the ticks say, whatever the history.</summary>
public sealed class LossPlotTests
{
    private static readonly double[] Training = [.. Enumerable.Range(0, 40).Select(epoch => (2.3 * Math.Exp(-epoch / 8.0)) + 0.01)];
    private static readonly double[] Validation = [.. Enumerable.Range(0, 40).Select(epoch => (2.3 * Math.Exp(-epoch / 6.0)) + 0.06 + (0.004 * epoch))];

    public static TheoryData<double[], double[]> Histories => new()
    {
        { [], [0.5, 0.25] },
        { [0.5], [] },
        { [0.5], [0.7] },
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

    [Theory]
    [InlineData(LossScale.Linear)]
    [InlineData(LossScale.Logarithmic)]
    public void Points_stand_where_the_ticks_say(LossScale scale)
    {
        var picture = new SvgPicture(LossPlot.Of(Training, Validation) with { Scale = scale, FirstEpoch = 5, BestEpoch = 0 });
        Check(Colours.First, Training);
        Check(Colours.Second, Validation);

        void Check(string colour, double[] losses)
        {
            (double X, double Y)[] points = picture.Lines(colour).ShouldHaveSingleItem();
            points.Length.ShouldBe(losses.Length);
            for (int index = 0; index < losses.Length; index++)
            {
                points[index].X.ShouldBe(picture.XOf(5 + index), 0.05);
                points[index].Y.ShouldBe(picture.YOf(losses[index], scale == LossScale.Linear ? null : Math.Log10), 0.05);
            }
        }
    }

    /// <summary>The validation loss falls until the slope of −2.3/6 e^(−t/6) is above −0.004, at t = 6 ln 95.8 = 27.4: index 27, epoch 28.</summary>
    [Fact]
    public void The_best_epoch_is_that_of_the_smallest_validation_loss()
    {
        var picture = new SvgPicture(LossPlot.Of(Training, Validation) with { Title = "Digits" });
        string best = "best epoch 28: " + Validation[27].ToString("G4", CultureInfo.InvariantCulture);
        picture.Texts.ShouldContain(best);
        picture.Texts.ShouldContain("Digits");
        picture.Title.ShouldBe("Digits");
        picture.Description.ShouldBe($"Training and validation loss over 40 epochs; {best}");
        (double x, double y) = picture.Dots(Colours.Second).ShouldHaveSingleItem();
        x.ShouldBe(picture.XOf(28), 0.05);
        y.ShouldBe(picture.YOf(Validation[27]), 0.05);
    }

    [Fact]
    public void The_best_epoch_can_be_given_and_one_outside_has_no_mark()
    {
        new SvgPicture(LossPlot.Of(Training, Validation) with { BestEpoch = 3 }).Texts.ShouldContain(text => text.StartsWith("best epoch 3: "));
        new SvgPicture(LossPlot.Of(Training, Validation) with { BestEpoch = 41 }).Texts.ShouldNotContain(text => text.StartsWith("best"));
        new SvgPicture(LossPlot.Of(Training) with { BestEpoch = 0 }).Dots(Colours.First).ShouldBeEmpty();
        new SvgPicture(LossPlot.Of([1, 0.5, 0.5])).Texts.ShouldContain("best epoch 2: 0.5");
    }

    [Fact]
    public void Axes_and_lines_have_their_names()
    {
        string[] both = new SvgPicture(LossPlot.Of(Training, Validation)).Texts;
        both.Where(text => !char.IsAsciiDigit(text[0]) && !text.StartsWith("best")).ShouldBe(["training", "validation", "epoch", "loss", "Loss"], ignoreOrder: true);
        string[] one = new SvgPicture(LossPlot.Of(Training) with { Scale = LossScale.Logarithmic }).Texts;
        one.ShouldContain("loss (logarithmic)");
        one.ShouldContain("training");
        one.ShouldNotContain("validation");
    }

    [Fact]
    public void Both_axes_have_round_ticks()
    {
        var linear = new SvgPicture(LossPlot.Of(Training, Validation));
        linear.Labels(1).Select(tick => tick.Text).ShouldBe(["0", "0.5", "1.0", "1.5", "2.0", "2.5"]);
        linear.Labels(0).Select(tick => tick.Text).ShouldBe(["1", "5", "10", "15", "20", "25", "30", "35", "40"]);
        Labels([0.011, 1.9], LossScale.Logarithmic).ShouldBe(["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2"]);
        Labels([0.011, 19], LossScale.Logarithmic).ShouldBe(["0.01", "0.1", "1", "10"]);
        Labels([1e-9, 1], LossScale.Logarithmic).ShouldBe(["1e-9", "1e-7", "1e-5", "0.001", "0.1"]);
        Labels([0.31, 0.35], LossScale.Logarithmic).ShouldBe(["0.31", "0.32", "0.33", "0.34", "0.35"]);
        Labels([2e-6, 3e-6], LossScale.Linear).ShouldBe(["2e-6", "2.2e-6", "2.4e-6", "2.6e-6", "2.8e-6", "3e-6"]);
        Labels([-1, 1], LossScale.Linear).ShouldBe(["-1.0", "-0.5", "0", "0.5", "1.0"]);
        Labels([0, 3e7], LossScale.Linear).ShouldBe(["0", "1e7", "2e7", "3e7"]);

        static IEnumerable<string> Labels(double[] losses, LossScale scale) =>
            new SvgPicture(LossPlot.Of(losses) with { Scale = scale }).Labels(1).Select(tick => tick.Text);
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Any_history_is_drawn_within_the_plot_and_what_is_not_drawn_is_counted(double[] training, double[] validation)
    {
        foreach (LossScale scale in (LossScale[])[LossScale.Linear, LossScale.Logarithmic])
        {
            LossPlot plot = LossPlot.Of(training, validation) with { Scale = scale, Width = 480, Height = 240, BestEpoch = 0 };
            string svg = plot.ToSvg();
            svg.ShouldNotContain("NaN");
            svg.ShouldNotContain("∞");
            var picture = new SvgPicture(svg);
            (double X, double Y)[] points = [.. Points(Colours.First), .. Points(Colours.Second)];
            points.ShouldAllBe(point => point.X >= 0 && point.X <= 480 && point.Y >= 0 && point.Y <= 240);

            int visible = training.Concat(validation).Count(loss => Math.Abs(loss) <= 1e300 && (scale == LossScale.Linear || loss >= 1e-300));
            int missing = training.Length + validation.Length - visible;
            picture.Texts.Count(text => text.Contains("not drawn: ")).ShouldBe(missing == 0 ? 0 : 1);
            picture.Texts.Any(text => text.Contains($"{missing} value")).ShouldBe(missing > 0);
            if (visible > 0)
            {
                points.ShouldNotBeEmpty();
            }

            IEnumerable<(double X, double Y)> Points(string colour) => [.. picture.Lines(colour).SelectMany(line => line), .. picture.Dots(colour)];
        }
    }

    [Fact]
    public void Gaps_divide_a_line_and_a_loss_alone_is_a_dot()
    {
        var picture = new SvgPicture(LossPlot.Of([3, 2, double.NaN, 1, double.NaN, double.NaN, 2, 2, 3]) with { BestEpoch = 0 });
        picture.Lines(Colours.First).Select(line => line.Length).ShouldBe([2, 3]);
        (double x, double y) = picture.Dots(Colours.First).ShouldHaveSingleItem();
        x.ShouldBe(picture.XOf(4), 0.05);
        y.ShouldBe(picture.YOf(1), 0.05);
    }

    [Theory]
    [InlineData(StopReason.Completed, "")]
    [InlineData(StopReason.Patience, "stopped early after epoch 3")]
    [InlineData(StopReason.Diverged, "diverged after epoch 3")]
    public void A_result_brings_its_losses_its_best_epoch_and_how_it_ended(StopReason reason, string end)
    {
        EpochReport[] history = [.. Enumerable.Range(1, 3).Select(epoch => new EpochReport
        {
            Epoch = epoch,
            TrainingLoss = 4 - epoch,
            ValidationLoss = epoch == 2 ? 1.5 : 2,
            LearningRate = 0.1,
            SamplesPerSecond = 1,
            Elapsed = TimeSpan.FromSeconds(epoch),
        })];
        var picture = new SvgPicture(LossPlot.Of(new TrainingResult(reason, 2, 1.5, history)));
        picture.Lines(Colours.First).ShouldHaveSingleItem().Length.ShouldBe(3);
        picture.Lines(Colours.Second).ShouldHaveSingleItem().Length.ShouldBe(3);
        picture.Texts.ShouldContain(end.Length == 0 ? "best epoch 2: 1.5" : $"best epoch 2: 1.5 · {end}");
    }

    [Fact]
    public void Later_changes_of_a_history_do_not_reach_the_plot()
    {
        List<double> losses = [1, 2];
        LossPlot plot = LossPlot.Of(losses);
        string before = plot.ToSvg();
        losses.Add(3);
        plot.ToSvg().ShouldBe(before);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => LossPlot.Of((TrainingResult)null!));
        Should.Throw<ArgumentNullException>(() => LossPlot.Of((double[])null!));
        Should.Throw<ArgumentException>(() => LossPlot.Of([])).Message.ShouldStartWith("There are no losses to draw.");
        Should.Throw<ArgumentException>(() => LossPlot.Of([double.NaN], [double.PositiveInfinity]))
            .Message.ShouldStartWith("There is nothing to draw: of 2 losses none is a finite number.");
        Should.Throw<ArgumentException>(() => LossPlot.Of(new TrainingResult(StopReason.Cancelled, 0, double.NaN, [])))
            .Message.ShouldStartWith("The training completed no epoch, so that there is no loss to draw: Cancelled after 0 epochs.");
        Should.Throw<ArgumentOutOfRangeException>(() => LossPlot.Of([1]) with { Scale = (LossScale)7 })
            .Message.ShouldStartWith("Scale is 7, but must be Linear or Logarithmic.");
    }
}
