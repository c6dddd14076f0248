using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Plots;
using Mlp.Searching;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Mlp.Samples;

/// <summary>
/// Plots of the trials of a search: what part of the images they misread, on a logarithmic axis, for the good ones differ by little. A trial that has
/// diverged has no score, and is not drawn.
/// </summary>
internal sealed class SearchPlots
{
    // What misreads nothing is drawn here: less than one image in all folds.
    private const double Least = 5e-4;

    private static readonly double[] RoundErrors = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
    private static readonly MarkerShape[] Shapes = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    private readonly TrialResult[] _trials;
    private readonly string[] _networks;

    public SearchPlots(SearchResult result)
    {
        _trials = [.. result.Trials.Where(trial => double.IsFinite(trial.Score))];
        _networks = [.. _trials.Select(trial => trial.Network).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Errors over learning rate, each architecture in a colour and a shape of its own.</summary>
    public NetworkPlot LearningRates() => CustomPlot.Of("Misread images by learning rate", (plot, colours) =>
    {
        AddNetworks(plot, colours, trial => Math.Log10(trial.Settings.LearningRate));
        (double least, double most) = (_trials.Min(trial => trial.Settings.LearningRate), _trials.Max(trial => trial.Settings.LearningRate));
        double[] decades = [.. Enumerable.Range((int)Math.Floor(Math.Log10(least)), 12).TakeWhile(decade => decade <= Math.Ceiling(Math.Log10(most))).Select(decade => (double)decade)];
        plot.Axes.Bottom.TickGenerator = new NumericManual(decades, [.. decades.Select(decade => Math.Pow(10, decade).ToString("R", CultureInfo.InvariantCulture))]);
        plot.XLabel("learning rate (logarithmic)");
    });

    /// <summary>Errors of the trials that ended on each rung: few go on, and they do better than those that were stopped.</summary>
    public NetworkPlot Rungs() => CustomPlot.Of("Where trials ended", (plot, colours) =>
    {
        AddNetworks(plot, colours, trial => RungOf(trial) + Spread(trial));
        int[] rungs = [.. Enumerable.Range(0, DigitSearch.Rungs.Length)];
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. rungs.Select(rung => (double)rung)],
            [.. rungs.Select(rung => $"{DigitSearch.Rungs[rung]} epochs: {_trials.Count(trial => RungOf(trial) == rung)} trials")]);
        plot.Axes.SetLimitsX(-0.6, rungs.Length - 0.4);
    });

    /// <summary>The least error so far over the trials in their order, and each trial above it.</summary>
    public NetworkPlot BestSoFar() => CustomPlot.Of("The best so far", (plot, colours) =>
    {
        AddNetworks(plot, colours, trial => trial.Index);
        var steps = new List<Coordinates>();
        foreach (TrialResult trial in _trials)
        {
            double error = Error(trial);
            if (steps.Count == 0 || error < steps[^1].Y)
            {
                steps.Add(new Coordinates(trial.Index, steps.Count == 0 ? error : steps[^1].Y));
                steps.Add(new Coordinates(trial.Index, error));
            }
        }

        steps.Add(new Coordinates(_trials[^1].Index, steps[^1].Y));
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(steps, colours.Ink);
        line.LineWidth = 1.5f;
        line.LegendText = "best so far";
        plot.XLabel("trial");
    });

    private void AddNetworks(Plot plot, PlotColours colours, Func<TrialResult, double> place)
    {
        for (int network = 0; network < _networks.Length; network++)
        {
            string name = _networks[network];
            Coordinates[] points = [.. _trials.Where(trial => trial.Network == name).Select(trial => new Coordinates(place(trial), Error(trial)))];
            ScottPlot.Plottables.Markers markers = plot.Add.Markers(points, Shapes[network % Shapes.Length], 7, colours.OfClass(network).WithAlpha(0.8));
            markers.LegendText = name;
        }

        double[] errors = [.. RoundErrors.SkipWhile(error => error < _trials.Min(trial => 1 - trial.Score) / 2)];
        plot.Axes.Left.TickGenerator = new NumericManual([.. errors.Select(Math.Log10)], [.. errors.Select(error => error.ToString("R", CultureInfo.InvariantCulture))]);
        plot.YLabel("misread, mean of the folds (logarithmic)");
        plot.ShowLegend(Edge.Right);
    }

    private static double Error(TrialResult trial) => Math.Log10(Math.Max(Least, 1 - trial.Score));

    private static int RungOf(TrialResult trial) => DigitSearch.Rungs.TakeWhile(epochs => epochs < trial.Epochs).Count();

    // Trials of a rung side by side, each at a place that follows from its number.
    private static double Spread(TrialResult trial) => ((trial.Index * 0.6180339887498949 % 1) - 0.5) * 0.7;
}
