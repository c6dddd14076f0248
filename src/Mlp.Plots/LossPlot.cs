using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Plots.Drawing;
using Mlp.Training;

namespace Mlp.Plots;

/// <summary>The losses after each epoch of a training, with a mark at the best epoch.</summary>
/// <remarks>
/// A loss that is NaN, infinite or beyond ±1e300 leaves a gap; so does one of 0 or less on a logarithmic scale. The plot says how many
/// there are.
/// </remarks>
/// <example><code>LossPlot.Of(result).SaveSvg("loss.svg");</code></example>
public sealed record LossPlot : NetworkPlot
{
    private readonly double[] _training;
    private readonly double[] _validation;
    private string _end = "";

    private LossPlot(IEnumerable<double> training, IEnumerable<double> validation)
        : base("Loss")
    {
        _training = [.. training];
        _validation = [.. validation];
    }

    /// <summary>How losses are spaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the scales.</exception>
    public LossScale Scale
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Scale), $"Scale is {value}, but must be {LossScale.Linear} or {LossScale.Logarithmic}.");
    }

    /// <summary>The number of the epoch that the first losses belong to.</summary>
    public int FirstEpoch { get; init; } = 1;

    /// <summary>
    /// The epoch to mark. If not set, the first epoch of the smallest validation loss, or of the smallest training loss where
    /// there is no validation. An epoch that is not in the plot has no mark: 0 is none.
    /// </summary>
    public int? BestEpoch { get; init; }

    /// <summary>The losses of a training.</summary>
    /// <param name="result">What the fit gave back.</param>
    /// <exception cref="ArgumentNullException">There is no result.</exception>
    /// <exception cref="ArgumentException">No epoch was completed, or none has a finite loss.</exception>
    public static LossPlot Of(TrainingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.History.Count == 0)
        {
            throw new ArgumentException($"The training completed no epoch, so that there is no loss to draw: {result}", nameof(result));
        }

        // An epoch without validation keeps its place.
        bool isValidated = result.History.Any(report => report.ValidationLoss is not null);
        LossPlot plot = Of(
            [.. result.History.Select(report => report.TrainingLoss)],
            isValidated ? [.. result.History.Select(report => report.ValidationLoss ?? double.NaN)] : null);
        return plot with
        {
            FirstEpoch = result.History[0].Epoch,
            BestEpoch = result.BestEpoch,
            _end = result.StopReason switch
            {
                StopReason.Patience => "stopped early",
                StopReason.Diverged => "diverged",
                StopReason.Cancelled => "cancelled",
                _ => "",
            },
        };
    }

    /// <summary>Losses from elsewhere.</summary>
    /// <param name="training">The training loss after each epoch; may be empty where there are validation losses.</param>
    /// <param name="validation">The validation loss after each epoch, if there is one; it may have another length.</param>
    /// <exception cref="ArgumentNullException">There are no training losses.</exception>
    /// <exception cref="ArgumentException">There are no losses at all, or none is finite.</exception>
    public static LossPlot Of(IReadOnlyList<double> training, IReadOnlyList<double>? validation = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        var plot = new LossPlot(training, validation ?? []);
        if (plot.Losses.Length == 0)
        {
            throw new ArgumentException("There are no losses to draw.", nameof(training));
        }

        if (!plot.Losses.Any(double.IsFinite))
        {
            throw new ArgumentException(PlotText.Invariant($"There is nothing to draw: of {plot.Losses.Length} losses none is a finite number."), nameof(training));
        }

        return plot;
    }

    internal override string Description
    {
        get
        {
            string which = _validation.Length == 0 ? "Training loss" : _training.Length == 0 ? "Validation loss" : "Training and validation loss";
            return $"{which} over {PlotText.Count(Epochs, "epoch")}; {string.Join(", ", Remarks())}".TrimEnd(' ', ';');
        }
    }

    private protected override (int Width, int Height) NaturalSize => (720, 420);

    private int Epochs => Math.Max(_training.Length, _validation.Length);

    private double[] Losses => [.. _training, .. _validation];

    /// <summary>The history that the best epoch is read off.</summary>
    private double[] Monitored => _validation.Length > 0 ? _validation : _training;

    internal override void Draw(Sheet sheet)
    {
        sheet.Note = string.Join("  ·  ", Remarks());
        double[] visible = [.. Losses.Where(IsVisible)];
        RoundAxis epochs = RoundAxis.Epochs(FirstEpoch, (long)FirstEpoch + Epochs - 1);
        if (visible.Length == 0)
        {
            // All are 0 or less: the scale has no place for them, and the note says so.
            sheet.SetAxes(epochs, "epoch", RoundAxis.Logarithmic(1, 10), "loss");
            return;
        }

        RoundAxis losses = Scale == LossScale.Logarithmic
            ? RoundAxis.Logarithmic(visible.Min(), visible.Max())
            : RoundAxis.Linear(visible.Min(), visible.Max());
        sheet.SetAxes(epochs, "epoch", losses, Scale == LossScale.Logarithmic ? "loss (logarithmic)" : "loss", room: 0.04);
        sheet.Plot.Grid.XAxisStyle.IsVisible = false;
        DrawBest(sheet, losses);
        DrawSeries(sheet, losses, _training, "training", sheet.Palette.First);
        DrawSeries(sheet, losses, _validation, "validation", sheet.Palette.Second);
        sheet.Plot.ShowLegend(EmptiestCorner(losses));
    }

    /// <summary>Where a legend hides the fewest losses; of equals the upper right, which falling losses leave free.</summary>
    private ScottPlot.Alignment EmptiestCorner(RoundAxis losses)
    {
        (ScottPlot.Alignment Corner, bool IsUpper, bool IsRight)[] corners =
        [
            (ScottPlot.Alignment.UpperRight, true, true),
            (ScottPlot.Alignment.LowerLeft, false, false),
            (ScottPlot.Alignment.UpperLeft, true, false),
            (ScottPlot.Alignment.LowerRight, false, true),
        ];
        return corners.MinBy(corner => Within(_training, corner.IsUpper, corner.IsRight) + Within(_validation, corner.IsUpper, corner.IsRight)).Corner;

        int Within(double[] series, bool isUpper, bool isRight) => Enumerable.Range(0, series.Length).Count(index =>
        {
            double along = Epochs == 1 ? 0.5 : index / (Epochs - 1.0);
            double up = IsVisible(series[index]) ? (losses.Place(series[index]) - losses.Low) / (losses.High - losses.Low) : 0.5;
            return (isRight ? along > 0.7 : along < 0.3) && (isUpper ? up > 0.7 : up < 0.3);
        });
    }

    private IEnumerable<string> Remarks()
    {
        int best = IndexOfBest();
        if (best >= 0)
        {
            yield return PlotText.Invariant($"best epoch {FirstEpoch + (long)best}: {PlotText.Number(Monitored[best])}");
        }

        if (_end.Length > 0)
        {
            yield return PlotText.Invariant($"{_end} after epoch {FirstEpoch + (long)Epochs - 1}");
        }

        int missing = Losses.Count(loss => !IsVisible(loss));
        if (missing > 0)
        {
            yield return $"{PlotText.Count(missing, "value")} not drawn: {(Scale == LossScale.Logarithmic ? "0 or less, or not finite" : "not finite")}";
        }
    }

    private void DrawBest(Sheet sheet, RoundAxis losses)
    {
        int best = IndexOfBest();
        if (best < 0)
        {
            return;
        }

        double epoch = (double)FirstEpoch + best;
        ScottPlot.Plottables.VerticalLine line = sheet.Plot.Add.VerticalLine(epoch, 1, sheet.Palette.Muted, ScottPlot.LinePattern.Dotted);
        line.ExcludeFromLegend = true;
        if (IsVisible(Monitored[best]))
        {
            ScottPlot.Color colour = _validation.Length > 0 ? sheet.Palette.Second : sheet.Palette.First;
            sheet.Plot.Add.Marker(epoch, losses.Place(Monitored[best]), ScottPlot.MarkerShape.FilledCircle, 10, colour);
        }
    }

    /// <summary>A line for each run of losses that have a place; one alone is a dot.</summary>
    private void DrawSeries(Sheet sheet, RoundAxis losses, double[] series, string name, ScottPlot.Color colour)
    {
        string legend = name;
        for (int start = 0, end; start < series.Length; start = end + 1)
        {
            end = start;
            while (end < series.Length && IsVisible(series[end]))
            {
                end++;
            }

            if (end == start)
            {
                continue;
            }

            double[] epochs = [.. Enumerable.Range(start, end - start).Select(index => (double)FirstEpoch + index)];
            ScottPlot.Plottables.Scatter line = sheet.Plot.Add.Scatter(epochs, series[start..end].Select(losses.Place).ToArray(), colour);
            (line.LineWidth, line.MarkerSize) = end - start == 1 ? (0, 6) : (2, 0);
            line.LegendText = legend;
            legend = "";
        }
    }

    /// <summary>Whether a loss has a place in the plot.</summary>
    private bool IsVisible(double loss) => Scale == LossScale.Logarithmic ? loss is >= 1e-300 and <= 1e300 : loss is >= -1e300 and <= 1e300;

    /// <summary>The place of the best epoch in the monitored history; −1 if there is none.</summary>
    private int IndexOfBest()
    {
        if (BestEpoch is { } epoch)
        {
            long index = (long)epoch - FirstEpoch;
            return index >= 0 && index < Monitored.Length ? (int)index : -1;
        }

        int best = -1;
        for (int index = 0; index < Monitored.Length; index++)
        {
            if (double.IsFinite(Monitored[index]) && (best < 0 || Monitored[index] < Monitored[best]))
            {
                best = index;
            }
        }

        return best;
    }
}
