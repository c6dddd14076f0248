using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mlp.Text;

/// <summary>Text from a file as it may stand in a message: in quotes, cut, with nothing in it that a terminal or an eye obeys.</summary>
internal static class QuotedText
{
    private const int LongestInRunes = 64;

    /// <summary>Quotes text from a file.</summary>
    /// <param name="utf8">UTF-8; what is not shows as U+FFFD.</param>
    internal static string Of(ReadOnlySpan<byte> utf8)
    {
        var text = new StringBuilder("\"");
        Append(text, utf8, isQuoted: true);
        return text.Append('"').ToString();
    }

    /// <summary>The same of a string, without the quotes.</summary>
    internal static string Plain(string value)
    {
        // Cut before it is copied: it may be as long as a header.
        var text = new StringBuilder();
        Append(text, Encoding.UTF8.GetBytes(value[..Math.Min(value.Length, (2 * LongestInRunes) + 2)]), isQuoted: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<byte> utf8, bool isQuoted)
    {
        for (int count = 0; !utf8.IsEmpty; count++)
        {
            if (count == LongestInRunes)
            {
                text.Append('…');
                break;
            }

            OperationStatus _ = Rune.DecodeFromUtf8(utf8, out Rune rune, out int consumed);
            Append(text, rune, isQuoted);
            utf8 = utf8[consumed..];
        }
    }

    private static void Append(StringBuilder text, Rune rune, bool isQuoted)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            // Format: among others the marks that turn the direction of text around.
            case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
            case UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate:
                text.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}");
                break;
            default:
                if (isQuoted && rune.Value is '"' or '\\')
                {
                    text.Append('\\');
                }

                text.Append(rune.ToString());
                break;
        }
    }
}
