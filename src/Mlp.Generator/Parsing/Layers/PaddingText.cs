using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>A padding that is written in numbers: axes by commas, of each one number for both sides, or one before and one after.</summary>
/// <param name="Axes">What is written of each axis, without the spaces at its ends.</param>
internal sealed record PaddingText(EquatableArray<string> Axes)
{
    /// <summary>The numbers in a text; null where it is a name, which begins with none.</summary>
    public static PaddingText? Read(NameArgument padding)
    {
        string text = padding.State == NameArgumentState.Given ? padding.Text.Trim() : "";
        return text.Length > 0 && text[0] is (>= '0' and <= '9') or '-' or '+'
            ? new PaddingText(text.Split(',').Select(axis => axis.Trim()).ToEquatableArray())
            : null;
    }

    /// <summary>The numbers before and after of an axis; null where it has none, or more, or other ones than whole numbers.</summary>
    /// <param name="axis">What is written of it.</param>
    public static (int Before, int After)? Numbers(string axis)
    {
        int?[] numbers = [.. axis.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries).Select(Number)];
        return numbers.Length is 1 or 2 && numbers[0] is { } before && numbers[numbers.Length - 1] is { } after ? (before, after) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}
