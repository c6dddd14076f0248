using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Plots;
using ScottPlot;

namespace Mlp.Samples;

/// <summary>A panel for each width, the target in grey and what networks of that width make of it, and at the end one of the errors.</summary>
internal static class ApproximationPicture
{
    private const int PanelsPerRow = 4;
    private const double PanelWidth = 216;
    private const double PanelHeight = 150;
    private const double Gap = 16;
    private const double RowHeight = PanelHeight + 44;

    // The target stays within ±1.7; what leaves the panel is drawn at its edge.
    private const double LargestValue = 2;

    // Errors are drawn from 1 down to 1e-4.
    private const double Decades = 4;

    public static NetworkPlot Draw(IReadOnlyList<Approximation> relu, IReadOnlyList<Approximation> sigmoid)
    {
        float[] target = [.. Enumerable.Range(0, Approximation.Fine.Count).Select(point => Approximation.Fine.Targets(point)[0])];
        int rows = (relu.Count + PanelsPerRow) / PanelsPerRow;
        double width = (PanelsPerRow * (PanelWidth + Gap)) - Gap;
        CustomPlot plot = CustomPlot.Of("One hidden layer, growing wider", (plot, colours) =>
        {
            plot.HideAxesAndGrid();
            plot.Axes.SetLimits(-1, width + 1, -rows * RowHeight, 1);
            plot.Legend.Orientation = Orientation.Horizontal;
            plot.ShowLegend(Edge.Bottom);
            for (int panel = 0; panel < relu.Count; panel++)
            {
                CoordinateRect place = Frame(plot, colours, panel, $"width {relu[panel].Width}", $"RMSE {relu[panel].Error:F4}, {sigmoid[panel].Error:F4}");
                Line(plot, Curve(place, target), colours.Muted.WithAlpha(0.5), 3, panel == 0 ? "target" : "");
                Line(plot, Curve(place, relu[panel].Values), colours.First, 1.5f, panel == 0 ? "ReLU" : "");
                Line(plot, Curve(place, sigmoid[panel].Values), colours.Second, 1.5f, panel == 0 ? "Sigmoid" : "");
            }

            CoordinateRect errors = Frame(plot, colours, relu.Count, "RMSE by width", "1 to 0.0001");
            Line(plot, Errors(errors, relu), colours.First, 1.5f, "");
            Line(plot, Errors(errors, sigmoid), colours.Second, 1.5f, "");
        });
        return plot with { Width = (int)width + 60, Height = (int)(rows * RowHeight) + 100 };
    }

    private static CoordinateRect Frame(Plot plot, PlotColours colours, int panel, string name, string numbers)
    {
        double left = panel % PanelsPerRow * (PanelWidth + Gap);
        double top = panel / PanelsPerRow * -RowHeight;
        var place = new CoordinateRect(left, left + PanelWidth, top - PanelHeight, top);
        ScottPlot.Plottables.Rectangle frame = plot.Add.Rectangle(place);
        frame.FillColor = Colors.Transparent;
        frame.LineColor = colours.Grid;
        frame.LineWidth = 1;
        Caption(plot, name, place.Left, place.Bottom, Alignment.UpperLeft, colours.Ink);
        Caption(plot, numbers, place.Right, place.Bottom, Alignment.UpperRight, colours.Muted);
        return place;
    }

    private static void Caption(Plot plot, string text, double x, double y, Alignment alignment, Color colour)
    {
        ScottPlot.Plottables.Text caption = plot.Add.Text(text, x, y - 4);
        caption.LabelAlignment = alignment;
        caption.LabelFontSize = 12;
        caption.LabelFontColor = colour;
    }

    private static void Line(Plot plot, Coordinates[] points, Color colour, float thickness, string name)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(points, colour);
        line.LineWidth = thickness;
        line.LegendText = name;
    }

    // Each width is twice the one before.
    private static Coordinates[] Errors(CoordinateRect place, IReadOnlyList<Approximation> approximations) => [.. approximations.Select((approximation, index) => new Coordinates(
        place.Left + (PanelWidth * index / (approximations.Count - 1)),
        place.Top - (PanelHeight * Math.Clamp(-Math.Log10(approximation.Error) / Decades, 0, 1))))];

    private static Coordinates[] Curve(CoordinateRect place, IReadOnlyList<float> values) => [.. values.Select((value, index) => new Coordinates(
        place.Left + (PanelWidth * (index + 0.5) / values.Count),
        place.Bottom + (PanelHeight * (1 + Math.Clamp(value / LargestValue, -1, 1)) / 2)))];
}
