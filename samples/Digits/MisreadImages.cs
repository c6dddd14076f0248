using System;
using System.Collections.Generic;
using Mlp.Plots;
using Mlp.Training;
using ScottPlot;

namespace Mlp.Samples;

/// <summary>A plot of the images that a network misreads, each with what it reads and what the writer meant.</summary>
internal static class MisreadImages
{
    private const int ImagesPerRow = 6;
    private const double Gap = 24;
    private const double ImageSide = 80;
    private const double RowHeight = ImageSide + 44;

    /// <summary>Draws the misread ones.</summary>
    /// <param name="images">Images in their own units, ink and paper.</param>
    /// <param name="read">The digit read in each.</param>
    public static NetworkPlot Draw(Dataset images, int[] read)
    {
        List<int> misread = [];
        for (int image = 0; image < images.Count; image++)
        {
            if (read[image] != images.Label(image))
            {
                misread.Add(image);
            }
        }

        int rows = Math.Max(1, (misread.Count + ImagesPerRow - 1) / ImagesPerRow);
        double width = (ImagesPerRow * (ImageSide + Gap)) - Gap;
        CustomPlot plot = CustomPlot.Of($"{misread.Count} of {images.Count} images misread", (plot, colours) =>
        {
            plot.HideAxesAndGrid();
            plot.Axes.SetLimits(0, width, -rows * RowHeight, 0);
            plot.Axes.SquareUnits();
            for (int place = 0; place < misread.Count; place++)
            {
                double left = place % ImagesPerRow * (ImageSide + Gap);
                double top = place / ImagesPerRow * -RowHeight;
                int image = misread[place];
                DrawImage(plot, colours, new CoordinateRect(left, left + ImageSide, top - ImageSide, top), images.Features(image));
                ScottPlot.Plottables.Text caption = plot.Add.Text($"read {read[image]}, is {images.Label(image)}", left + (ImageSide / 2), top - ImageSide - 4);
                caption.LabelAlignment = Alignment.UpperCenter;
                caption.LabelFontSize = 13;
                caption.LabelFontColor = colours.Muted;
            }
        });
        return plot with { Width = (int)width + 60, Height = Math.Max(240, (int)(rows * RowHeight) + 80) };
    }

    private static void DrawImage(Plot plot, PlotColours colours, CoordinateRect place, ReadOnlySpan<float> pixels)
    {
        double[,] ink = new double[DigitImages.Side, DigitImages.Side];
        for (int pixel = 0; pixel < pixels.Length; pixel++)
        {
            ink[pixel / DigitImages.Side, pixel % DigitImages.Side] = pixels[pixel] / DigitImages.Ink;
        }

        PixelImage.Draw(plot, place, ink, new ScottPlot.Range(0, 1), [colours.Background, colours.Ink], colours.Grid);
    }
}
