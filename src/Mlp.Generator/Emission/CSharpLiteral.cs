using System.Globalization;
using System.Text;

namespace Mlp.Generator.Emission;

/// <summary>Spells whole numbers and texts in C#, whatever the culture.</summary>
internal static class CSharpLiteral
{
    public static string Int(int value) => value.ToString(CultureInfo.InvariantCulture);

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
}
