using System;
using System.Linq;
using Mlp.Plots.Drawing;
using Mlp.Training;
using ScottPlot;
using ScottPlot.Plottables;

namespace Mlp.Plots;

/// <summary>What a classifier of two features decides: the region of each class, and the samples on it with their actual classes.</summary>
/// <remarks>
/// The network is asked where the plot is made, at 480 × 360 points. Of more than 10,000 samples that many are drawn, evenly chosen in
/// their order.
/// </remarks>
/// <example><code>DecisionPlot.Of(model, training).SavePng("regions.png");</code></example>
public sealed record DecisionPlot : NetworkPlot
{
    private const int Columns = 480;
    private const int Rows = 360;

    private readonly float[] _points;
    private readonly int[] _labels;
    private readonly string[] _names;
    private readonly RoundAxis _x;
    private readonly RoundAxis _y;
    private readonly int[,] _regions;
    private readonly double _accuracy;

    private DecisionPlot(float[] points, Dataset data, Func<float[], int> classify)
        : base("Decision regions")
    {
        _points = points;
        _labels = data.Labels();
        _names = [.. data.ClassNames];
        _x = Range(0);
        _y = Range(1);
        _regions = new int[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                // The middle of each cell; the first row is at the top.
                double x = _x.Low + ((_x.High - _x.Low) * (column + 0.5) / Columns);
                double y = _y.High - ((_y.High - _y.Low) * (row + 0.5) / Rows);
                _regions[row, column] = classify([(float)x, (float)y]);
            }
        }

        _accuracy = Enumerable.Range(0, _labels.Length).Count(sample => classify([_points[2 * sample], _points[(2 * sample) + 1]]) == _labels[sample]) / (double)_labels.Length;
    }

    /// <summary>What the two features are called. "feature 1" and "feature 2" if not set.</summary>
    /// <exception cref="ArgumentNullException">A name is null.</exception>
    public (string X, string Y) FeatureNames
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value.X, nameof(FeatureNames));
            ArgumentNullException.ThrowIfNull(value.Y, nameof(FeatureNames));
            field = value;
        }
    }

    = ("feature 1", "feature 2");

    /// <summary>The regions of a network, in the units that the features had before a scaler, where the data knows one.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">A classifier of two inputs.</param>
    /// <param name="data">Samples with labels.</param>
    /// <exception cref="ArgumentNullException">There is no network, or there are no samples.</exception>
    /// <exception cref="ArgumentException">
    /// The network has not two inputs, the samples have no labels, other features, or more classes than the network, or there are more
    /// than 35 classes.
    /// </exception>
    public static DecisionPlot Of<TNetwork>(TNetwork network, Dataset data)
        where TNetwork : IClassPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        RequireSamples<TNetwork>(data);

        // Measuring compares network and data, as it does everywhere: a scaler that was forgotten is said here.
        _ = network.Accuracy(data);
        float[] points = data.Features();
        if (data.Scaler is not { } scaler)
        {
            return new DecisionPlot(points, data, point => network.Classify(point));
        }

        scaler.InverseTransform(points, points);
        return new DecisionPlot(points, data, point =>
        {
            scaler.Transform(point, point);
            return network.Classify(point);
        });
    }

    /// <summary>The regions of a pipeline, in the units of the features.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="model">A scaler and a classifier of two inputs.</param>
    /// <param name="data">Samples with labels, as they were measured.</param>
    /// <exception cref="ArgumentNullException">There is no pipeline, or there are no samples.</exception>
    /// <exception cref="ArgumentException">
    /// The network has not two inputs, the samples have no labels, other features, or more classes than the network, or there are more
    /// than 35 classes.
    /// </exception>
    public static DecisionPlot Of<TNetwork>(Pipeline<TNetwork> model, Dataset data)
        where TNetwork : IClassifier<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(model);
        RequireSamples<TNetwork>(data);
        _ = model.Accuracy(data);
        return new DecisionPlot(data.Features(), data, point => model.Classify(point));
    }

    internal override string Description =>
        PlotText.Invariant($"Regions of {_names.Length} classes over {FeatureNames.X} and {FeatureNames.Y} with {PlotText.Count(_labels.Length, "sample")}, accuracy {_accuracy:F3}");

    private protected override (int Width, int Height) NaturalSize => (720, Math.Max(480, 120 + (23 * _names.Length)));

    internal override void Draw(Sheet sheet)
    {
        int[] drawn = Thinning.Of(_labels.Length);
        string thinned = drawn.Length < _labels.Length ? $", {PlotText.Count(drawn.Length)} of them drawn" : "";
        sheet.Note = PlotText.Invariant($"accuracy {_accuracy:F3}  ·  {PlotText.Count(_labels.Length, "sample")}{thinned}");
        sheet.SetAxes(_x, FeatureNames.X, _y, FeatureNames.Y);
        sheet.Plot.HideGrid();
        DrawRegions(sheet);
        for (int label = 0; label < _names.Length; label++)
        {
            int[] samples = [.. drawn.Where(sample => _labels[sample] == label)];
            double[] xs = [.. samples.Select(sample => (double)_points[2 * sample])];
            double[] ys = [.. samples.Select(sample => (double)_points[(2 * sample) + 1])];
            Markers marks = sheet.Plot.Add.Markers(xs, ys, ThemePalette.ShapeOfClass(label), drawn.Length > 1000 ? 5 : 8, ThemePalette.OfClass(label));
            marks.MarkerStyle.OutlineColor = sheet.Palette.Background;
            marks.MarkerStyle.OutlineWidth = 1;
            marks.LegendText = sheet.Typography.Fit(_names[label], Sheet.TextSize, 150);
        }

        sheet.Plot.ShowLegend(Edge.Right).Alignment = Alignment.UpperLeft;
    }

    private static void RequireSamples<TNetwork>(Dataset data)
        where TNetwork : IClassPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(data);
        if (TNetwork.InputSize != 2)
        {
            throw new ArgumentException(PlotText.Invariant($"The network has {TNetwork.InputSize} inputs, but regions are drawn of 2: train one on the two features to look at."), "network");
        }

        if (!data.HasLabels)
        {
            throw new ArgumentException("The samples have no labels, so that there are no classes to draw: draw a PredictionPlot of numbers.", nameof(data));
        }

        if (TNetwork.ClassCount > ThemePalette.MostClasses)
        {
            throw new ArgumentException(PlotText.Invariant($"There are {TNetwork.ClassCount} classes, but {ThemePalette.MostClasses} are the most whose marks can be told apart."), nameof(data));
        }
    }

    private RoundAxis Range(int feature)
    {
        double[] values = [.. Enumerable.Range(0, _labels.Length).Select(sample => (double)_points[(2 * sample) + feature])];
        return RoundAxis.Close(values.Min(), values.Max());
    }

    /// <summary>Neighbours of like colours are told apart by a line between them.</summary>
    private void DrawRegions(Sheet sheet)
    {
        uint[] colours = [.. Enumerable.Range(0, ThemePalette.MostClasses).Select(label => sheet.Palette.RegionOfClass(label).ARGB)];
        uint border = sheet.Palette.Muted.ARGB;
        uint[] pixels = new uint[Rows * Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                int label = _regions[row, column];
                bool isBorder = label != _regions[row, Math.Min(column + 1, Columns - 1)] || label != _regions[Math.Min(row + 1, Rows - 1), column];
                pixels[(row * Columns) + column] = isBorder ? border : colours[label];
            }
        }

        var image = new Image(ScottPlot.Drawing.BitmapFromArgbs(pixels, Columns, Rows));
        sheet.Plot.Add.ImageRect(image, new CoordinateRect(_x.Low, _x.High, _y.Low, _y.High));
    }
}
