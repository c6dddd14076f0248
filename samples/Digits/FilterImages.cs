using System;
using System.Globalization;
using System.Linq;
using Mlp.Plots;
using ScottPlot;

namespace Mlp.Samples;

/// <summary>
/// A plot of what a convolution over one channel has learnt: each filter as an image of its weights, in one colour where ink speaks for it and
/// in another where ink speaks against it, the stronger the larger, with the number in it.
/// </summary>
internal static class FilterImages
{
    private const int FiltersPerRow = 8;
    private const double Cell = 32;
    private const double Gap = 20;
    private const double RowGap = 38;

    /// <summary>Draws the filters of a network's first convolution.</summary>
    public static NetworkPlot Draw<TNetwork>(TNetwork network)
        where TNetwork : IPredictor<TNetwork>
    {
        // Parameters stand layer by layer; a convolution's weights are [filters, channels, rows, columns], and its biases follow.
        LayerDescription layer = TNetwork.Description.Layers.First(layer => layer.Kind == "Conv");
        (int filters, int rows, int columns) = (layer.Tensors[0].Extents[0], layer.Tensors[0].Extents[^2], layer.Tensors[0].Extents[^1]);
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        float[][] weights = [.. parameters.Skip(layer.ParameterOffset).Take(layer.WeightCount).Chunk(rows * columns)];
        float largest = weights.Max(filter => filter.Max(MathF.Abs));

        double width = (FiltersPerRow * ((columns * Cell) + Gap)) - Gap;
        double rowHeight = (rows * Cell) + RowGap;
        double height = (filters + FiltersPerRow - 1) / FiltersPerRow * rowHeight;
        CustomPlot plot = CustomPlot.Of($"The {filters} filters of the first convolution", (plot, colours) =>
        {
            plot.HideAxesAndGrid();
            plot.Axes.SetLimits(-1, width + 1, -height - (Cell / 2), 1);
            plot.Axes.SquareUnits();
            for (int filter = 0; filter < filters; filter++)
            {
                double left = filter % FiltersPerRow * ((columns * Cell) + Gap);
                double top = filter / FiltersPerRow * -rowHeight;
                var place = new CoordinateRect(left, left + (columns * Cell), top - (rows * Cell), top);
                DrawFilter(plot, colours, place, weights[filter], rows, largest);
                Caption(plot, $"filter {filter + 1}", place.HorizontalCenter, place.Bottom - 4, Alignment.UpperCenter, colours.Muted);
            }

            Caption(plot, "ink adds", (width / 2) - Cell, -height, Alignment.UpperRight, colours.First);
            Caption(plot, "ink subtracts", (width / 2) + Cell, -height, Alignment.UpperLeft, colours.Second);
        });
        return plot with { Width = (int)width + 60, Height = (int)(height + (Cell / 2)) + 56 };
    }

    private static void DrawFilter(Plot plot, PlotColours colours, CoordinateRect place, float[] weights, int rows, float largest)
    {
        int columns = weights.Length / rows;
        double[,] values = new double[rows, columns];
        for (int tap = 0; tap < weights.Length; tap++)
        {
            values[tap / columns, tap % columns] = weights[tap];
        }

        // A weight of zero has the colour of the background, whatever the largest ones are.
        PixelImage.Draw(plot, place, values, new ScottPlot.Range(-largest, largest), [colours.Second, colours.Background, colours.First], colours.Muted);
        for (int tap = 0; tap < weights.Length; tap++)
        {
            double x = place.Left + (((tap % columns) + 0.5) * Cell);
            double y = place.Top - (((tap / columns) + 0.5) * Cell);
            string number = string.Create(CultureInfo.InvariantCulture, $"{(weights[tap] < 0 ? '−' : '+')}{MathF.Abs(weights[tap]):F1}");
            bool strong = MathF.Abs(weights[tap]) > 0.8f * largest;
            Caption(plot, number, x, y, Alignment.MiddleCenter, strong ? colours.Background : colours.Ink);
        }
    }

    private static void Caption(Plot plot, string text, double x, double y, Alignment alignment, Color colour)
    {
        ScottPlot.Plottables.Text caption = plot.Add.Text(text, x, y);
        caption.LabelAlignment = alignment;
        caption.LabelFontSize = 12;
        caption.LabelFontColor = colour;
    }
}
