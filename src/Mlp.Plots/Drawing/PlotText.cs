using System;
using System.Globalization;
using System.Text;

namespace Mlp.Plots.Drawing;

/// <summary>Numbers and texts as a plot can show them, the same under every culture.</summary>
internal static class PlotText
{
    internal static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A number with four significant digits, of large ones all before the point.</summary>
    internal static string Number(double value) => Math.Abs(value) switch
    {
        0 or (>= 1e-4 and < 1e3) => value.ToString("G4", CultureInfo.InvariantCulture),
        >= 1e3 and < 1e7 => value.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###e-0", CultureInfo.InvariantCulture),
    };

    /// <summary>A count with commas.</summary>
    internal static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A noun after its count.</summary>
    internal static string Count(long value, string noun) => $"{Count(value)} {noun}{(value == 1 ? "" : "s")}";

    /// <summary>Text on one line: what XML 1.0 cannot hold is replaced, white space is one space.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else
            {
                clean.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar.ToString() : rune.ToString());
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>A text that fits: where it is too long, an ellipsis stands for its middle, for names often differ at their ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fits">Whether a text is short enough.</param>
    internal static string Shorten(string text, Func<string, bool> fits)
    {
        if (fits(text))
        {
            return text;
        }

        var elements = new StringInfo(text);
        int length = elements.LengthInTextElements;
        (int most, int least) = (length - 1, 0);
        while (least < most)
        {
            int middle = (least + most + 1) / 2;
            (least, most) = fits(Kept(middle)) ? (middle, most) : (least, middle - 1);
        }

        return Kept(least);

        string Kept(int count)
        {
            int end = count / 3;
            return elements.SubstringByTextElements(0, count - end).TrimEnd() + "…" + (end == 0 ? "" : elements.SubstringByTextElements(length - end).TrimStart());
        }
    }
}
