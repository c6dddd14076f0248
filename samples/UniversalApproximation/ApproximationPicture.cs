using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Samples;

/// <summary>A panel for each width, the target in grey and what networks of that width make of it, and at the end one of the errors.</summary>
internal static class ApproximationPicture
{
    private const int PanelsPerRow = 4;
    private const double Margin = 24;
    private const double Top = 68;
    private const double PanelWidth = 216;
    private const double PanelHeight = 150;
    private const double Gap = 16;
    private const double RowHeight = PanelHeight + 44;

    // The target stays within ±1.7; what leaves the panel is drawn at its edge.
    private const double LargestValue = 2;

    // Errors are drawn from 1 down to 1e-4.
    private const double Decades = 4;

    public static SvgPicture Draw(IReadOnlyList<Approximation> relu, IReadOnlyList<Approximation> sigmoid)
    {
        float[] target = [.. Enumerable.Range(0, Approximation.Fine.Count).Select(point => Approximation.Fine.Targets(point)[0])];
        int rows = (relu.Count + PanelsPerRow) / PanelsPerRow;
        double width = (2 * Margin) + (PanelsPerRow * (PanelWidth + Gap)) - Gap;
        var picture = new SvgPicture("One hidden layer, growing wider", width, Top + (rows * RowHeight));
        picture.Text(Margin, 30, "One hidden layer, growing wider", "title ink");
        Legend(picture, Margin, "target", "target", 3);
        Legend(picture, Margin + 90, "ReLU", "blue", 1.5);
        Legend(picture, Margin + 170, "Sigmoid", "orange", 1.5);
        for (int panel = 0; panel < relu.Count; panel++)
        {
            (double left, double top) = Frame(picture, panel);
            picture.Line(Curve(left, top, target), "target", 3);
            picture.Line(Curve(left, top, relu[panel].Values), "blue", 1.5);
            picture.Line(Curve(left, top, sigmoid[panel].Values), "orange", 1.5);
            picture.Text(left, top + PanelHeight + 18, $"width {relu[panel].Width}", "ink");
            picture.Text(left + PanelWidth, top + PanelHeight + 18, $"RMSE {relu[panel].Error:F4}, {sigmoid[panel].Error:F4}", anchor: "end");
        }

        (double errorsLeft, double errorsTop) = Frame(picture, relu.Count);
        picture.Line(Errors(errorsLeft, errorsTop, relu), "blue", 1.5);
        picture.Line(Errors(errorsLeft, errorsTop, sigmoid), "orange", 1.5);
        picture.Text(errorsLeft, errorsTop + PanelHeight + 18, "RMSE by width", "ink");
        picture.Text(errorsLeft + PanelWidth, errorsTop + PanelHeight + 18, "1 to 0.0001", anchor: "end");
        return picture;
    }

    private static (double Left, double Top) Frame(SvgPicture picture, int panel)
    {
        double left = Margin + (panel % PanelsPerRow * (PanelWidth + Gap));
        double top = Top + (panel / PanelsPerRow * RowHeight);
        picture.Frame(left, top, PanelWidth, PanelHeight);
        return (left, top);
    }

    // Each width is twice the one before.
    private static IEnumerable<(double X, double Y)> Errors(double left, double top, IReadOnlyList<Approximation> approximations) => approximations.Select((approximation, index) =>
        (left + (PanelWidth * index / (approximations.Count - 1)), top + (PanelHeight * Math.Clamp(-Math.Log10(approximation.Error) / Decades, 0, 1))));

    private static void Legend(SvgPicture picture, double x, string name, string style, double thickness)
    {
        picture.Line([(x, 50), (x + 22, 50)], style, thickness);
        picture.Text(x + 28, 54, name);
    }

    private static IEnumerable<(double X, double Y)> Curve(double left, double top, IReadOnlyList<float> values) => values.Select((value, index) =>
        (left + (PanelWidth * (index + 0.5) / values.Count), top + (PanelHeight * (1 - Math.Clamp(value / LargestValue, -1, 1)) / 2)));
}
