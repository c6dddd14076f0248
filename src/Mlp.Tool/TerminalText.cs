using System;
using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Mlp.Tool;

/// <summary>Text of a file as it may be printed: nothing in it tells a terminal what to do, ends a line or turns it around.</summary>
internal static class TerminalText
{
    /// <summary>The text, in which such characters are written as they are in C#: <c>\u001B</c>.</summary>
    /// <param name="text">A name, a note or a message.</param>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isObeyed = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            shown.Append(!isObeyed ? rune.ToString()
                : rune.IsBmp ? string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
                : string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"));
        }

        return shown.ToString();
    }

    /// <summary>Prints a line as long as it is: one to paste must not be broken.</summary>
    /// <param name="console">Where.</param>
    /// <param name="text">The line.</param>
    public static void PrintLine(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(Of(text));

    /// <summary>Says on the error stream why a file is refused.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="exception">Why.</param>
    public static void PrintError(string file, Exception exception) => Console.Error.WriteLine($"{Of(file)}: {Of(exception.Message.ReplaceLineEndings(" "))}");
}
