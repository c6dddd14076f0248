using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Parsing.Activations;

namespace Mlp.Generator.Analyzers;

/// <summary>Finds where a piece of a string is written in its literal: character for character, whatever the kind of literal.</summary>
internal static class LiteralText
{
    /// <summary>The span in the source; null where the text is put together from constants, or is not a literal.</summary>
    /// <param name="expression">The argument.</param>
    /// <param name="piece">The piece of its value.</param>
    public static TextSpan? Find(ExpressionSyntax expression, TextPiece piece)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        // What is not closed yet, or has a wrong escape, has a value too, but not these characters.
        if (expression is not LiteralExpressionSyntax { Token: { ContainsDiagnostics: false } token })
        {
            return null;
        }

        List<TextSpan> characters = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken => token.Text.StartsWith("@", System.StringComparison.Ordinal) ? Verbatim(token.Text) : Escaped(token.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => Raw(token.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(token.Text),
            _ => [],
        };

        return characters.Count == token.ValueText.Length && piece.Length > 0 && piece.End <= characters.Count
            ? TextSpan.FromBounds(token.SpanStart + characters[piece.Start].Start, token.SpanStart + characters[piece.End - 1].End)
            : null;
    }

    private static List<TextSpan> Escaped(string text)
    {
        var characters = new List<TextSpan>();
        for (int place = 1; place < text.Length - 1;)
        {
            int length = text[place] == '\\' ? EscapeLength(text, place) : 1;
            characters.Add(new TextSpan(place, length));
            place += length;
        }

        return characters;
    }

    /// <summary>\n has two characters, \u0041 six, \x one to four digits. A \U above the basic plane is two characters of the value, and not found.</summary>
    private static int EscapeLength(string text, int place) => text[place + 1] switch
    {
        'u' => 6,
        'U' => 10,
        'x' => 2 + text.Skip(place + 2).Take(4).TakeWhile(System.Uri.IsHexDigit).Count(),
        _ => 2,
    };

    private static List<TextSpan> Verbatim(string text)
    {
        var characters = new List<TextSpan>();
        for (int place = 2; place < text.Length - 1;)
        {
            int length = text[place] == '"' ? 2 : 1;
            characters.Add(new TextSpan(place, length));
            place += length;
        }

        return characters;
    }

    private static List<TextSpan> Raw(string text)
    {
        int quotes = text.TakeWhile(character => character == '"').Count();
        return [.. Enumerable.Range(quotes, System.Math.Max(0, text.Length - (2 * quotes))).Select(place => new TextSpan(place, 1))];
    }

    /// <summary>The last line is the quotes and what every line is indented by; the end of the line before belongs to nobody.</summary>
    private static List<TextSpan> RawLines(string text)
    {
        TextLineCollection lines = SourceText.From(text).Lines;
        int indentation = text.Substring(lines[lines.Count - 1].Start).TakeWhile(character => character != '"').Count();
        var characters = new List<TextSpan>();
        for (int line = 1; line < lines.Count - 1; line++)
        {
            int end = line == lines.Count - 2 ? lines[line].End : lines[line].EndIncludingLineBreak;
            int start = System.Math.Min(lines[line].Start + indentation, lines[line].End);
            characters.AddRange(Enumerable.Range(start, end - start).Select(place => new TextSpan(place, 1)));
        }

        return characters;
    }
}
