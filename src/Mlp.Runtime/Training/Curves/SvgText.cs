using System;
using System.Globalization;
using System.Text;

namespace Mlp.Training;

/// <summary>Numbers and text as an SVG document can hold them.</summary>
internal static class SvgText
{
    /// <summary>A coordinate with two decimals at most.</summary>
    internal static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A loss with four significant digits.</summary>
    internal static string Loss(double value) => Math.Abs(value) is 0 or (>= 1e-4 and < 1e5)
        ? value.ToString("G4", CultureInfo.InvariantCulture)
        : value.ToString("0.###e-0", CultureInfo.InvariantCulture);

    /// <summary>Text on one line: markup escaped, what XML 1.0 cannot hold replaced.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\t' or '\n' or '\r':
                    escaped.Append(' ');
                    break;
                case < ' ' or 0xFFFE or 0xFFFF:
                    escaped.Append(Rune.ReplacementChar.ToString());
                    break;
                default:
                    escaped.Append(rune.ToString());
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>The beginning of a text that is too long, with an ellipsis; no character is cut in two.</summary>
    internal static string Shorten(string text, int characters)
    {
        var elements = new StringInfo(text);
        return elements.LengthInTextElements <= characters
            ? text
            : elements.SubstringByTextElements(0, Math.Max(0, characters - 1)) + "…";
    }
}
