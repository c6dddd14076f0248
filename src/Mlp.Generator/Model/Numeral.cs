using System.Globalization;

namespace Mlp.Generator.Model;

/// <summary>A number in digits, the same in every culture, from which it can be read back.</summary>
internal static class Numeral
{
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
