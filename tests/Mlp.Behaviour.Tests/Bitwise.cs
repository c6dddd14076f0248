using System;
using System.Globalization;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests;

/// <summary>Equality of every bit: −0 is not 0, and a NaN is equal to itself.</summary>
internal static class Bitwise
{
    public static bool AreEqual(float left, float right) => BitConverter.SingleToInt32Bits(left) == BitConverter.SingleToInt32Bits(right);

    public static bool AreEqual(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        bool areEqual = left.Length == right.Length;
        for (int i = 0; areEqual && i < left.Length; i++)
        {
            areEqual = AreEqual(left[i], right[i]);
        }

        return areEqual;
    }

    public static void AssertEqual(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!AreEqual(actual[i], expected[i]))
            {
                throw new MismatchException(string.Create(
                    CultureInfo.InvariantCulture, $"{what}[{i}] is {actual[i]:G9}, not the same bits as {expected[i]:G9}."));
            }
        }
    }
}
