using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Text;

/// <summary>Spells numbers and texts in C#, whatever the culture.</summary>
internal static class CSharpLiteral
{
    private const string RawQuotes = "\"\"\"";

    public static string Int(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Long(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A double.</summary>
    public static string Number(double value) => Numeral.Of(value);

    /// <summary>A float, from the digits that it has elsewhere.</summary>
    public static string Float(string digits) => digits + "f";

    /// <summary>A float of a number that may be none, such as a bound that there is not.</summary>
    public static string Bound(double value) =>
        float.IsInfinity((float)value) ? "float." + (value < 0 ? nameof(float.NegativeInfinity) : nameof(float.PositiveInfinity)) : Float(Number(value));

    public static string Text(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (char character in value)
        {
            literal.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",

                // More than \n ends a line of C#.
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Lines of text as they are read, in a raw literal at the end of a statement; no line has three quotes in a row.</summary>
    public static IEnumerable<string> RawLines(IEnumerable<string> lines) =>
        lines.Prepend(RawQuotes).Append(RawQuotes + ";").Select(line => "    " + line);
}
