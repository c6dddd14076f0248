using Mlp.Plots.Drawing;

namespace Mlp.Plots;

/// <summary>
/// The colours and the font of a plot. Colours of series and classes can be told apart by colour-blind readers
/// [Okabe and Ito 2008, "Color Universal Design"]; classes differ in the shape of their marks too.
/// </summary>
/// <example><code>PlotTheme theme = PlotTheme.Dark with { FontFile = "NotoSansSC-Regular.ttf" };</code></example>
public sealed record PlotTheme
{
    private PlotTheme(ThemePalette palette) => Palette = palette;

    /// <summary>Dark on white.</summary>
    public static PlotTheme Light { get; } = new(ThemePalette.Light);

    /// <summary>Light on a dark grey.</summary>
    public static PlotTheme Dark { get; } = new(ThemePalette.Dark);

    /// <summary>
    /// A font file (.ttf, .otf or .ttc) for all texts, read when a plot is drawn. If null, the font is Arimo, which is inside the
    /// package: Latin, Greek, Cyrillic and Hebrew letters. A text with other letters takes a font of the machine that has them; where
    /// there is none, a PNG shows boxes in their place, and such a file is the remedy. An SVG holds the letters themselves, and its
    /// viewer finds a font for them.
    /// </summary>
    public string? FontFile { get; init; }

    internal ThemePalette Palette { get; }
}
