using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Samples;

/// <summary>A panel for each width: the target in grey, and what networks of that width make of it.</summary>
internal static class ApproximationPicture
{
    private const int PanelsPerRow = 3;
    private const double Margin = 24;
    private const double Top = 68;
    private const double PanelWidth = 280;
    private const double PanelHeight = 150;
    private const double Gap = 16;
    private const double RowHeight = PanelHeight + 44;

    // The target stays within ±1.7; what leaves the panel is drawn at its edge.
    private const double LargestValue = 2;

    public static SvgPicture Draw(IReadOnlyList<Approximation> relu, IReadOnlyList<Approximation> tanh)
    {
        float[] target = [.. Enumerable.Range(0, Approximation.Fine.Count).Select(point => Approximation.Fine.Targets(point)[0])];
        int rows = (relu.Count + PanelsPerRow - 1) / PanelsPerRow;
        double width = (2 * Margin) + (PanelsPerRow * (PanelWidth + Gap)) - Gap;
        var picture = new SvgPicture("One hidden layer, growing wider", width, Top + (rows * RowHeight));
        picture.Text(Margin, 30, "One hidden layer, growing wider", "title ink");
        Legend(picture, Margin, "target", "target", 3);
        Legend(picture, Margin + 90, "ReLU", "blue", 1.5);
        Legend(picture, Margin + 170, "Tanh", "orange", 1.5);
        for (int panel = 0; panel < relu.Count; panel++)
        {
            double left = Margin + (panel % PanelsPerRow * (PanelWidth + Gap));
            double top = Top + (panel / PanelsPerRow * RowHeight);
            picture.Frame(left, top, PanelWidth, PanelHeight);
            picture.Line(Curve(left, top, target), "target", 3);
            picture.Line(Curve(left, top, relu[panel].Values), "blue", 1.5);
            picture.Line(Curve(left, top, tanh[panel].Values), "orange", 1.5);
            picture.Text(left, top + PanelHeight + 18, $"width {relu[panel].Width}", "ink");
            picture.Text(left + PanelWidth, top + PanelHeight + 18, $"RMSE {relu[panel].Error:F4}, {tanh[panel].Error:F4}", anchor: "end");
        }

        return picture;
    }

    private static void Legend(SvgPicture picture, double x, string name, string style, double thickness)
    {
        picture.Line([(x, 50), (x + 22, 50)], style, thickness);
        picture.Text(x + 28, 54, name);
    }

    private static IEnumerable<(double X, double Y)> Curve(double left, double top, IReadOnlyList<float> values) => values.Select((value, index) =>
        (left + (PanelWidth * (index + 0.5) / values.Count), top + (PanelHeight * (1 - Math.Clamp(value / LargestValue, -1, 1)) / 2)));
}
