using System;
using System.Linq;
using Mlp.Plots.Drawing;
using Mlp.Training;
using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Mlp.Plots;

/// <summary>
/// A confusion matrix: rows are the actual classes, columns the predicted ones. A cell has the number of samples; its colour is
/// their part of the actual class, so that the diagonal shows the recall of classes of any size.
/// </summary>
/// <example><code>ConfusionPlot.Of(network.EvaluateClassifier(test)).SavePng("confusion.png");</code></example>
public sealed record ConfusionPlot : NetworkPlot
{
    // A cell of more would be too small to be seen.
    private const int MostClasses = 60;
    private const int RightOfCells = 130;
    private const int LeftOfNames = 60;
    private const int AboveCells = 75;

    // Names are shortened to the first of these widths that keeps different names different.
    private static readonly int[] NameWidths = [150, 220, 300];

    private readonly ConfusionMatrix _matrix;

    private ConfusionPlot(ConfusionMatrix matrix)
        : base("Confusion matrix")
    {
        _matrix = matrix;

        // By the font inside: the size of a plot does not depend on a file.
        Typography typography = Typography.Of(PlotTheme.Light);
        int cells = Math.Max(180, matrix.ClassCount * NaturalCell);
        int widest = Widest(Names(typography), typography);
        NaturalSize = (Math.Max(440, cells + widest + LeftOfNames + RightOfCells), cells + BottomOf(widest, NaturalCell) + AboveCells);
    }

    /// <summary>The counts of a report.</summary>
    /// <param name="report">What an evaluation gave back.</param>
    /// <exception cref="ArgumentNullException">There is no report.</exception>
    /// <exception cref="ArgumentException">There are more than 60 classes.</exception>
    public static ConfusionPlot Of(ClassificationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Of(report.Confusion);
    }

    /// <summary>Counts of any origin.</summary>
    /// <param name="matrix">Which class was predicted for which.</param>
    /// <exception cref="ArgumentNullException">There is no matrix.</exception>
    /// <exception cref="ArgumentException">There are more than 60 classes.</exception>
    public static ConfusionPlot Of(ConfusionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.ClassCount <= MostClasses
            ? new ConfusionPlot(matrix)
            : throw new ArgumentException(
                PlotText.Invariant($"There are {matrix.ClassCount} classes, but {MostClasses} are the most that can be drawn: make a matrix of the classes that matter, with one for all others."),
                nameof(matrix));
    }

    internal override string Description =>
        PlotText.Invariant($"Confusion matrix of {PlotText.Count(_matrix.Total, "sample")} in {PlotText.Count(_matrix.ClassCount, "class").Replace("classs", "classes", StringComparison.Ordinal)}, accuracy {_matrix.Accuracy:F3}");

    private protected override (int Width, int Height) NaturalSize { get; }

    private int NaturalCell => _matrix.ClassCount switch
    {
        <= 4 => 80,
        <= 12 => 48,
        <= 25 => 34,
        _ => 24,
    };

    internal override void Draw(Sheet sheet)
    {
        int classes = _matrix.ClassCount;
        sheet.Note = PlotText.Invariant($"accuracy {_matrix.Accuracy:F3}  ·  {PlotText.Count(_matrix.Total, "sample")}");
        Plot plot = sheet.Plot;
        double[,] parts = new double[classes, classes];
        for (int actual = 0; actual < classes; actual++)
        {
            int support = _matrix.Scores(actual).Support;
            for (int predicted = 0; predicted < classes; predicted++)
            {
                parts[actual, predicted] = support == 0 ? 0 : _matrix[actual, predicted] / (double)support;
            }
        }

        Heatmap cells = plot.Add.Heatmap(parts);
        cells.Colormap = new ScottPlot.Colormaps.CustomInterpolated(sheet.Palette.Scale);
        cells.ManualRange = new ScottPlot.Range(0, 1);
        cells.RenderStrategy = new Heatmap.RenderStrategies.Rectangles();
        string[] names = Names(sheet.Typography);
        int widest = Widest(names, sheet.Typography);
        double across = (sheet.Size.Width - widest - LeftOfNames - RightOfCells) / (double)classes;
        double down = (sheet.Size.Height - BottomOf(widest, (int)across) - AboveCells) / (double)classes;
        double cell = Math.Max(1, Math.Min(across, down));
        SetNames(sheet, names, widest, cell);
        DrawGrid(sheet);
        DrawCounts(sheet, parts, cell);
        AddScale(sheet, cells);
    }

    /// <summary>The room below the cells: slanted names where a cell is too narrow for them.</summary>
    private static int BottomOf(int names, int cell) => names <= cell - 8 ? 50 : (int)(0.71 * names) + 46;

    private static int Widest(string[] names, Typography typography) => (int)Math.Ceiling(names.Max(name => typography.Width(name, Sheet.TextSize)));

    private string[] Names(Typography typography)
    {
        string[] names = [];
        int different = _matrix.ClassNames.Distinct().Count();
        foreach (int width in NameWidths)
        {
            names = [.. _matrix.ClassNames.Select(name => typography.Fit(name, Sheet.TextSize, width))];
            if (names.Distinct().Count() == different)
            {
                break;
            }
        }

        return names;
    }

    /// <summary>The names at both axes: smaller where cells are lower than a line of text, and only some where they could not be read.</summary>
    private static void SetNames(Sheet sheet, string[] names, int widest, double cell)
    {
        const float SmallestText = 8;
        int stride = (int)Math.Ceiling((SmallestText + 1) / cell);
        int[] named = [.. Enumerable.Range(0, names.Length).Where(label => label % stride == 0)];
        Plot plot = sheet.Plot;
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. named.Select(label => (double)label)], [.. named.Select(label => names[label])]);
        plot.Axes.Left.TickGenerator = new NumericManual([.. named.Select(label => (double)names.Length - 1 - label)], [.. named.Select(label => names[label])]);
        plot.Axes.Bottom.Label.Text = "predicted";
        plot.Axes.Left.Label.Text = "actual";
        plot.Axes.SetLimits(-0.5, names.Length - 0.5, -0.5, names.Length - 0.5);
        foreach (IAxis axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
        {
            axis.TickLabelStyle.FontSize = (float)Math.Clamp(cell - 1, SmallestText, Sheet.TextSize);
            axis.MajorTickStyle.Length = 0;
            axis.FrameLineStyle.Width = 0;
        }

        if (widest > cell - 8)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = -45;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            (plot.Axes.Bottom.TickLabelStyle.OffsetX, plot.Axes.Bottom.TickLabelStyle.OffsetY) = (4, 7);
            plot.Axes.Bottom.MinimumSize = BottomOf(widest, 0);
        }
    }

    private static void AddScale(Sheet sheet, Heatmap cells)
    {
        ColorBar scale = sheet.Plot.Add.ColorBar(cells);
        scale.Width = 14;
        scale.Label = "part of the actual class";
        scale.Axis.TickGenerator = new NumericManual([0, 0.25, 0.5, 0.75, 1], ["0", "25 %", "50 %", "75 %", "100 %"]);
        scale.Axis.Label.FontSize = Sheet.TextSize;
        scale.Axis.Label.Bold = false;
        scale.Axis.Label.ForeColor = sheet.Palette.Muted;
        scale.Axis.TickLabelStyle.FontSize = Sheet.TextSize;
        scale.Axis.TickLabelStyle.ForeColor = sheet.Palette.Muted;
        scale.Axis.MajorTickStyle.Color = sheet.Palette.Muted;
        scale.Axis.TickLabelStyle.OffsetY = Sheet.Lower;
        scale.Axis.FrameLineStyle.Color = sheet.Palette.Grid;
        ((ScottPlot.AxisPanels.AxisBase)scale.Axis).PaddingOutsideAxisLabels = new PixelPadding(8, 4);
    }

    private void DrawGrid(Sheet sheet)
    {
        sheet.Plot.HideGrid();
        for (int line = 0; line <= _matrix.ClassCount; line++)
        {
            double place = line - 0.5;
            double end = _matrix.ClassCount - 0.5;
            sheet.Plot.Add.Line(place, -0.5, place, end).LineStyle = new LineStyle(1, sheet.Palette.Grid);
            sheet.Plot.Add.Line(-0.5, place, end, place).LineStyle = new LineStyle(1, sheet.Palette.Grid);
        }
    }

    /// <summary>The counts, as large as cells allow; none where they could not be read. A zero is empty: what is there stands out.</summary>
    private void DrawCounts(Sheet sheet, double[,] parts, double cell)
    {
        int classes = _matrix.ClassCount;
        string longest = Enumerable.Range(0, classes * classes).Select(place => Text(place / classes, place % classes)).MaxBy(text => text.Length)!;
        float size = Sheet.TextSize;
        while (size >= 7 && sheet.Typography.Width(longest, size) > cell - 4)
        {
            size--;
        }

        if (size < 7)
        {
            return;
        }

        var scale = new ScottPlot.Colormaps.CustomInterpolated(sheet.Palette.Scale);
        for (int actual = 0; actual < classes; actual++)
        {
            for (int predicted = 0; predicted < classes; predicted++)
            {
                if (_matrix[actual, predicted] > 0)
                {
                    ScottPlot.Plottables.Text count = sheet.Plot.Add.Text(Text(actual, predicted), predicted, classes - 1 - actual);
                    count.LabelFontSize = size;
                    count.LabelFontColor = ThemePalette.InkOn(scale.GetColor(parts[actual, predicted]));
                    count.LabelAlignment = Alignment.MiddleCenter;
                    count.LabelOffsetY = Sheet.Lower;
                }
            }
        }

        string Text(int actual, int predicted) => PlotText.Count(_matrix[actual, predicted]);
    }
}
