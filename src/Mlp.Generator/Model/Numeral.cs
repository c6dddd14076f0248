using System.Globalization;

namespace Mlp.Generator.Model;

/// <summary>A number in digits, the same in every culture, from which it can be read back.</summary>
internal static class Numeral
{
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number as messages and tables have it: <c>64,000,000</c>.</summary>
    public static string Grouped(decimal value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The digits in characters of an identifier: <c>0p01</c>, <c>1Em05</c>.</summary>
    public static string Identifier(double value) => Of(value).Replace('.', 'p').Replace('-', 'm').Replace("+", "");
}
