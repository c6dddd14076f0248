using System;
using System.Globalization;

namespace Mlp.Testing.Reference;

/// <summary>A number of the oracle and how far a single-precision evaluation may be from it.</summary>
/// <param name="Value">The double-precision value.</param>
/// <param name="Bound">The largest difference that rounding explains; infinite where single precision overflows on the way.</param>
public readonly partial record struct Bounded(double Value, double Bound)
{
    /// <summary>Whether an emitted result is explained: within the bound, and NaN or infinite exactly where the oracle is.</summary>
    public bool Admits(float actual)
    {
        if (double.IsNaN(Value) || double.IsInfinity(Value))
        {
            return double.IsNaN(Value) ? float.IsNaN(actual) : actual == Value;
        }

        return !double.IsFinite(Bound) || Math.Abs(actual - Value) <= Bound;
    }

    /// <summary>Fails at the first element that rounding does not explain.</summary>
    /// <exception cref="MismatchException">An element is outside its bound, or the lengths differ.</exception>
    public static void AssertAll(ReadOnlySpan<float> actual, ReadOnlySpan<Bounded> expected, string what)
    {
        if (actual.Length != expected.Length)
        {
            throw new MismatchException($"{what}: {actual.Length} values instead of {expected.Length}.");
        }

        for (int i = 0; i < actual.Length; i++)
        {
            expected[i].Assert(actual[i], $"{what}[{i}]");
        }
    }

    /// <summary>Fails if rounding does not explain an emitted result.</summary>
    /// <exception cref="MismatchException">The number is outside its bound.</exception>
    public void Assert(float actual, string what)
    {
        if (!Admits(actual))
        {
            throw new MismatchException(string.Create(
                CultureInfo.InvariantCulture,
                $"{what} is {actual:G9}, the reference {Value:G17}: off by {Math.Abs(actual - Value):G3}, allowed {Bound:G3}."));
        }
    }
}
