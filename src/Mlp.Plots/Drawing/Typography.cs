using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using SkiaSharp;

namespace Mlp.Plots.Drawing;

/// <summary>The font of a plot: the one inside this assembly, or a file. No font of the machine is needed.</summary>
internal sealed class Typography
{
    private static readonly Lazy<SKTypeface> Inside = new(ReadInside);

    private readonly SKTypeface _typeface;

    private Typography(SKTypeface typeface) => _typeface = typeface;

    /// <summary>The font of a theme.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no font.</exception>
    internal static Typography Of(PlotTheme theme)
    {
        if (theme.FontFile is not { } path)
        {
            return new Typography(Inside.Value);
        }

        using SKData data = SKData.CreateCopy(File.ReadAllBytes(path));
        return new Typography(SKTypeface.FromData(data)
            ?? throw new IOException($"{path} is no font that can be read: FontFile must be a .ttf, .otf or .ttc file."));
    }

    /// <summary>
    /// The typeface for texts that are drawn with one: its own, unless it lacks a letter, for which the machine has a font that has the
    /// others too.
    /// </summary>
    internal SKTypeface For(params IEnumerable<string> texts)
    {
        string all = string.Concat(texts);
        foreach (Rune rune in all.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !_typeface.ContainsGlyph(rune.Value))
            {
                SKTypeface? other = SKFontManager.Default.MatchCharacter(rune.Value);
                return other is not null && other.ContainsGlyph('0') ? other : _typeface;
            }
        }

        return _typeface;
    }

    /// <summary>The width of a text in pixels.</summary>
    internal float Width(string text, float size)
    {
        using var font = new SKFont(For(text), size);
        return font.MeasureText(text);
    }

    /// <summary>A text that is no wider than that many pixels.</summary>
    internal string Fit(string text, float size, double width) => PlotText.Shorten(PlotText.Clean(text), candidate => Width(candidate, size) <= width);

    private static SKTypeface ReadInside()
    {
        using Stream file = typeof(Typography).Assembly.GetManifestResourceStream("Arimo-Regular.ttf")!;
        using SKData data = SKData.Create(file);
        return SKTypeface.FromData(data);
    }
}
