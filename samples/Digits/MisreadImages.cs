using System;
using System.Collections.Generic;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>A picture of the images that a network misreads, each with what it reads and what the writer meant.</summary>
internal static class MisreadImages
{
    private const int ImagesPerRow = 6;
    private const double Margin = 24;
    private const double Pixel = 10;
    private const double ImageSide = DigitImages.Side * Pixel;
    private const double Gap = 24;
    private const double Top = 56;
    private const double RowHeight = ImageSide + 44;

    /// <summary>Draws the misread ones.</summary>
    /// <param name="images">Images in their own units, ink and paper.</param>
    /// <param name="read">The digit read in each.</param>
    public static SvgPicture Draw(Dataset images, ReadOnlySpan<int> read)
    {
        List<int> misread = [];
        for (int image = 0; image < images.Count; image++)
        {
            if (read[image] != images.Label(image))
            {
                misread.Add(image);
            }
        }

        int rows = (misread.Count + ImagesPerRow - 1) / ImagesPerRow;
        string title = $"{misread.Count} of {images.Count} images misread";
        var picture = new SvgPicture(title, (2 * Margin) + (ImagesPerRow * (ImageSide + Gap)) - Gap, Top + (rows * RowHeight));
        picture.Text(Margin, 32, title, "title ink");
        for (int place = 0; place < misread.Count; place++)
        {
            double x = Margin + (place % ImagesPerRow * (ImageSide + Gap));
            double y = Top + (place / ImagesPerRow * RowHeight);
            int image = misread[place];
            DrawImage(picture, x, y, images.Features(image));
            picture.Text(x + (ImageSide / 2), y + ImageSide + 20, $"read {read[image]}, is {images.Label(image)}", anchor: "middle");
        }

        return picture;
    }

    private static void DrawImage(SvgPicture picture, double left, double top, ReadOnlySpan<float> pixels)
    {
        picture.Frame(left, top, ImageSide, ImageSide);
        for (int row = 0; row < DigitImages.Side; row++)
        {
            for (int column = 0; column < DigitImages.Side; column++)
            {
                double ink = pixels[(row * DigitImages.Side) + column] / DigitImages.Ink;
                if (ink > 0)
                {
                    picture.Square(left + (column * Pixel), top + (row * Pixel), Pixel, ink);
                }
            }
        }
    }
}
