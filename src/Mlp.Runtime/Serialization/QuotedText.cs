using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mlp.Serialization;

/// <summary>Text from a file as it may stand in a message: in quotes, cut, with nothing in it that a terminal or an eye obeys.</summary>
internal static class QuotedText
{
    private const int LongestInRunes = 64;

    /// <summary>Quotes text from a file.</summary>
    /// <param name="utf8">UTF-8; what is not shows as U+FFFD.</param>
    internal static string Of(ReadOnlySpan<byte> utf8)
    {
        var text = new StringBuilder("\"");
        for (int count = 0; !utf8.IsEmpty; count++)
        {
            if (count == LongestInRunes)
            {
                text.Append('…');
                break;
            }

            OperationStatus _ = Rune.DecodeFromUtf8(utf8, out Rune rune, out int consumed);
            Append(text, rune);
            utf8 = utf8[consumed..];
        }

        return text.Append('"').ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            // Format: among others the marks that turn the direction of text around.
            case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
            case UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate:
                text.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}");
                break;
            default:
                if (rune.Value is '"' or '\\')
                {
                    text.Append('\\');
                }

                text.Append(rune.ToString());
                break;
        }
    }
}
