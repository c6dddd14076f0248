using System;
using System.Globalization;

namespace Mlp.Searching.Space;

/// <summary>Checks of the numbers that a person chooses for a search: what is wrong is said with its name and its range.</summary>
internal static class SettingRange
{
    /// <summary>A whole number that is not too small.</summary>
    internal static int AtLeast(int value, int least, string name) => value >= least ? value : throw Outside(name, value, Invariant($"{least} or more"));

    /// <summary>A whole number from one end to the other, both included.</summary>
    internal static int Between(int value, int low, int high, string name) =>
        value >= low && value <= high ? value : throw Outside(name, value, Invariant($"{low} to {high}"));

    /// <summary>A number from one end to the other, both included.</summary>
    internal static double Between(double value, double low, double high, string name) =>
        value >= low && value <= high ? value : throw Outside(name, value, Invariant($"{low} to {high}"));

    /// <summary>A number above 0 and below 1.</summary>
    internal static double Fraction(double value, string name) => value is > 0 and < 1 ? value : throw Outside(name, value, "above 0 and below 1");

    /// <summary>A finite number of 0 or more.</summary>
    internal static double NotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw Outside(name, value, "a finite number of 0 or more");

    /// <summary>A time of zero or more.</summary>
    internal static TimeSpan NotNegative(TimeSpan value, string name) => value >= TimeSpan.Zero ? value : throw Outside(name, value, "zero or more");

    /// <summary>A finite number above 0.</summary>
    internal static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw Outside(name, value, "a finite number above 0");

    /// <summary>A learning rate: above 0, and finite as the <see cref="float"/> that a network is given.</summary>
    internal static double Rate(double value, string name) =>
        float.IsFinite((float)Positive(value, name)) ? value : throw Outside(name, value, "a number that a float can hold, 3.4e38 at most");

    /// <summary>A named value of an enumeration.</summary>
    internal static TEnum Defined<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Outside(name, value, "one of " + string.Join(", ", Enum.GetNames<TEnum>()));

    /// <summary>What is thrown of a number outside its range.</summary>
    internal static ArgumentOutOfRangeException Outside(string name, object value, string range) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but must be {range}."));

    /// <summary>A text that is the same under every culture.</summary>
    internal static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
