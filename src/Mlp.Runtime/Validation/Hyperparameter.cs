using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Mlp.Validation;

/// <summary>Checks of the numbers that a person chooses for a training: what is wrong is said with its name and its range.</summary>
internal static class Hyperparameter
{
    /// <summary>A finite number above 0.</summary>
    internal static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            Throw(name, value, "a finite number above 0");
        }

        return value;
    }

    /// <summary>A finite number of either sign.</summary>
    internal static float Finite(float value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!float.IsFinite(value))
        {
            Throw(name, value, "a finite number");
        }

        return value;
    }

    /// <summary>A learning rate: above 0, and finite as the <see cref="float"/> that a network is given.</summary>
    internal static double Rate(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!float.IsFinite((float)Positive(value, name)))
        {
            Throw(name, value, "a number that a float can hold, 3.4e38 at most");
        }

        return value;
    }

    /// <summary>A finite number of 0 or more.</summary>
    internal static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            Throw(name, value, "a finite number of 0 or more");
        }

        return value;
    }

    /// <summary>A number above 0 and below 1.</summary>
    internal static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value is > 0 and < 1))
        {
            Throw(name, value, "above 0 and below 1");
        }

        return value;
    }

    /// <summary>A number from one end to the other, both included.</summary>
    internal static double Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= low && value <= high))
        {
            Throw(name, value, string.Create(CultureInfo.InvariantCulture, $"{low} to {high}"));
        }

        return value;
    }

    /// <summary>A whole number that is not too small.</summary>
    internal static int AtLeast(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least)
        {
            Throw(name, value, string.Create(CultureInfo.InvariantCulture, $"{least} or more"));
        }

        return value;
    }

    /// <inheritdoc cref="AtLeast(int, int, string)"/>
    internal static long AtLeast(long value, long least, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least)
        {
            Throw(name, value, string.Create(CultureInfo.InvariantCulture, $"{least} or more"));
        }

        return value;
    }

    /// <summary>A named value of an enumeration.</summary>
    internal static TEnum Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Throw(name, value, "one of " + string.Join(", ", Enum.GetNames<TEnum>()));
        }

        return value;
    }

    [DoesNotReturn]
    private static void Throw(string name, object value, string range) => throw new ArgumentOutOfRangeException(
        name,
        string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but must be {range}."));
}
