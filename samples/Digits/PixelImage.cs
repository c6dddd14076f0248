using ScottPlot;

namespace Mlp.Samples;

/// <summary>A small image in a plot: a rectangle for each value, and a frame around them.</summary>
internal static class PixelImage
{
    /// <summary>Draws it.</summary>
    /// <param name="plot">What it is added to.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="values">Row by row, the first one on top.</param>
    /// <param name="range">The values of the first colour and of the last.</param>
    /// <param name="scale">Colours, evenly over the range.</param>
    /// <param name="frame">The colour of the frame.</param>
    public static void Draw(Plot plot, CoordinateRect place, double[,] values, Range range, Color[] scale, Color frame)
    {
        ScottPlot.Plottables.Heatmap image = plot.Add.Heatmap(values);
        image.Rectangle = place;
        image.ManualRange = range;
        image.Colormap = new ScottPlot.Colormaps.CustomInterpolated(scale);
        image.RenderStrategy = new ScottPlot.Plottables.Heatmap.RenderStrategies.Rectangles();
        ScottPlot.Plottables.Rectangle border = plot.Add.Rectangle(place);
        border.FillColor = Colors.Transparent;
        border.LineColor = frame;
        border.LineWidth = 1;
    }
}
