using System;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using Mlp.Plots.Drawing;

namespace Mlp.Plots;

/// <summary>
/// A plot of a training or of a network. It is immutable: <c>with</c> makes another one with another title, theme or size.
/// </summary>
/// <remarks>
/// Same data, same bytes, under every culture and on every machine with the same native Skia; only texts with letters that
/// <see cref="PlotTheme.FontFile"/> speaks of depend on the fonts of a machine. Plots may be drawn on many threads at once.
/// </remarks>
public abstract record NetworkPlot
{
    private const int LeastSide = 240;
    private const int LargestSide = 8192;

    private readonly int? _width;
    private readonly int? _height;

    private protected NetworkPlot(string title) => Title = title;

    /// <summary>The title above the plot; empty for none. It is shortened where it does not fit.</summary>
    /// <exception cref="ArgumentNullException">The title is null.</exception>
    public string Title
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Title));
            field = value;
        }
    }

    /// <summary>The colours and the font.</summary>
    /// <exception cref="ArgumentNullException">The theme is null.</exception>
    public PlotTheme Theme
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Theme));
            field = value;
        }
    }

    = PlotTheme.Light;

    /// <summary>The width in pixels, 240 to 8,192. If not set, what the plot needs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is outside its range.</exception>
    public int Width
    {
        get => _width ?? NaturalSize.Width;
        init => _width = Side(value);
    }

    /// <summary>The height in pixels, 240 to 8,192. If not set, what the plot needs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height is outside its range.</exception>
    public int Height
    {
        get => _height ?? NaturalSize.Height;
        init => _height = Side(value);
    }

    /// <summary>The plot as an SVG 1.1 document that needs nothing else; lines end with a line feed. It can stand in an HTML page as it is.</summary>
    /// <exception cref="IOException">The theme's font file cannot be read, or is none.</exception>
    public string ToSvg() => Sheet.ToSvg(this);

    /// <summary>The plot as a PNG image.</summary>
    /// <param name="scale">
    /// Pixels of the image for each of <see cref="Width"/> and <see cref="Height"/>, 0.5 to 8: the default of 2 is sharp on screens of
    /// high resolution.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is outside its range, or the image would be wider or higher than 16,384 pixels.</exception>
    /// <exception cref="IOException">The theme's font file cannot be read, or is none.</exception>
    public byte[] ToPng(double scale = 2)
    {
        const int LargestImage = 16_384;
        if (!(scale is >= 0.5 and <= 8) || scale * Math.Max(Width, Height) > LargestImage)
        {
            throw new ArgumentOutOfRangeException(
                nameof(scale),
                string.Create(CultureInfo.InvariantCulture, $"scale is {scale} for a plot of {Width} × {Height}, but must be 0.5 to 8 and the image no larger than {LargestImage} pixels on a side."));
        }

        return Sheet.ToPng(this, scale);
    }

    /// <summary>Writes the plot as an SVG document in UTF-8; a file of that name is replaced once the plot is drawn.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">There is no path.</exception>
    /// <exception cref="IOException">The file cannot be written, or the theme's font file cannot be read, or is none.</exception>
    public void SaveSvg(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        File.WriteAllText(path, ToSvg(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Writes the plot as a PNG image; a file of that name is replaced once the plot is drawn.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scale">Pixels of the image for each of <see cref="Width"/> and <see cref="Height"/>, 0.5 to 8.</param>
    /// <exception cref="ArgumentException">There is no path.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is outside its range, or the image would be wider or higher than 16,384 pixels.</exception>
    /// <exception cref="IOException">The file cannot be written, or the theme's font file cannot be read, or is none.</exception>
    public void SavePng(string path, double scale = 2)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        File.WriteAllBytes(path, ToPng(scale));
    }

    /// <summary>What the plot shows, in a sentence: for those who cannot see it.</summary>
    internal abstract string Description { get; }

    private protected abstract (int Width, int Height) NaturalSize { get; }

    /// <summary>Puts the plot on an empty sheet of its size.</summary>
    internal abstract void Draw(Sheet sheet);

    private static int Side(int value, [CallerMemberName] string name = "") => value is >= LeastSide and <= LargestSide
        ? value
        : throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but must be {LeastSide} to {LargestSide}."));
}
