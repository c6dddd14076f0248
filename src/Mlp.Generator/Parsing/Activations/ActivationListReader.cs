using System.Collections.Generic;

namespace Mlp.Generator.Parsing.Activations;

/// <summary>Reads the text of an argument as activations: <c>Tanh, LeakyReLU(0.1)</c>. It judges nothing.</summary>
internal static class ActivationListReader
{
    /// <summary>The activations in their order, one or more; commas separate them, but not within parentheses.</summary>
    public static IReadOnlyList<WrittenActivation> ReadAll(string text)
    {
        var all = new List<WrittenActivation>();
        int start = 0;
        for (int place = 0; place < text.Length; place++)
        {
            if (text[place] == ',')
            {
                all.Add(Read(text, start, place));
                start = place + 1;
            }
            else if (text[place] == '(')
            {
                place = EndOfParentheses(text, place);
            }
        }

        all.Add(Read(text, start, text.Length));
        return all;
    }

    /// <summary>All of the text as one activation.</summary>
    public static WrittenActivation ReadOne(string text) => Read(text, 0, text.Length);

    /// <summary>Where parentheses are closed; where they open, if they are not.</summary>
    private static int EndOfParentheses(string text, int open)
    {
        int end = text.IndexOfAny(['(', ')'], open + 1);
        return end >= 0 && text[end] == ')' ? end : open;
    }

    private static WrittenActivation Read(string text, int start, int end)
    {
        var whole = TextPiece.Trimmed(text, start, end);
        int open = text.IndexOf('(', whole.Start, whole.Length);
        return open > whole.Start && EndOfParentheses(text, open) == whole.End - 1
            ? new WrittenActivation(text, whole, TextPiece.Trimmed(text, whole.Start, open), new TextPiece(open, whole.End - open))
            : new WrittenActivation(text, whole, whole, null);
    }
}
