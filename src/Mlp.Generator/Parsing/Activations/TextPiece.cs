namespace Mlp.Generator.Parsing.Activations;

/// <summary>A piece of a text, counted in its characters.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct TextPiece(int Start, int Length)
{
    /// <summary>Where the text goes on.</summary>
    public int End => Start + Length;

    /// <summary>The piece between two places, without the spaces at its ends.</summary>
    public static TextPiece Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextPiece(start, end - start);
    }

    /// <summary>What it says.</summary>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>The text with another piece in its place.</summary>
    public string Replaced(string text, string by) => text.Substring(0, Start) + by + text.Substring(End);
}
