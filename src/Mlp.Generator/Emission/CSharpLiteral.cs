using System.Globalization;
using System.Text;

namespace Mlp.Generator.Emission;

/// <summary>Spells numbers, texts and identifiers in C#, whatever the culture.</summary>
internal static class CSharpLiteral
{
    public static string Int(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Float(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        _ => value.ToString("G9", CultureInfo.InvariantCulture) + "f",
    };

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
                < ' ' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>
    /// A metadata name such as <c>Space.Outer`1+Net</c> as one identifier, different for different names: a digit cannot
    /// begin a name, so an underscore with a digit stands for nothing else.
    /// </summary>
    public static string Identifier(string metadataName) => metadataName
        .Replace("_", "__")
        .Replace('.', '_')
        .Replace("+", "_0")
        .Replace("`", "_1");
}
