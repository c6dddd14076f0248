using System.Globalization;

namespace Mlp.Generator.Parsing.Activations;

/// <summary>One activation as an argument has it: a name, and a number in parentheses where there is one.</summary>
/// <param name="Text">The whole argument.</param>
/// <param name="Whole">The activation in it.</param>
/// <param name="Name">Its name, or all of it where it is not written so.</param>
/// <param name="Constant">Its number with the parentheses; null for none.</param>
internal sealed record WrittenActivation(string Text, TextPiece Whole, TextPiece Name, TextPiece? Constant)
{
    /// <summary>The digits between the parentheses; null where there are none.</summary>
    public string? Digits => Constant is { } piece ? Text.Substring(piece.Start + 1, piece.Length - 2).Trim() : null;

    /// <summary>The number; null where there is none, or where its digits are no number.</summary>
    public double? Number => double.TryParse(Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>Whether there is nothing else in the argument.</summary>
    public bool IsAll(TextPiece piece) => piece.Length == Text.Length;
}
