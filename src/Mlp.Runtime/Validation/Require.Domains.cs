using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.Validation;

// The domains of targets. They are scanned on every training step, so the good case goes by whole vectors and only asks
// whether anything is outside; which value it is, is looked for only then. NaN compares false and is outside every domain.
public static partial class Require
{
    /// <summary>Demands labels from 0 to <paramref name="classCount"/> − 1.</summary>
    /// <param name="labels">One label a sample.</param>
    /// <param name="classCount">The number of classes, 1 or more.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">A label is no class; the first such row is named.</exception>
    public static void Labels(ReadOnlySpan<int> labels, int classCount, string parameter)
    {
        ReadOnlySpan<uint> values = MemoryMarshal.Cast<int, uint>(labels);
        uint bound = (uint)classCount;
        if (!AllBelow(values, bound))
        {
            int row = 0;
            while (values[row] < bound)
            {
                row++;
            }

            throw Argument(parameter, $"Row {row} of '{parameter}' is {labels[row]}; a class from 0 to {classCount - 1} expected.");
        }
    }

    /// <summary>Demands probabilities, from 0 to 1.</summary>
    /// <param name="targets">n × <paramref name="sampleSize"/> values, row-major.</param>
    /// <param name="sampleSize">The values in one row, 1 or more.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">A value is outside; the first such row and column are named.</exception>
    public static void Probabilities(ReadOnlySpan<float> targets, int sampleSize, string parameter)
    {
        if (!AllWithin(targets, 0, 1))
        {
            ThrowOutside(targets, 0, 1, sampleSize, parameter, "a probability from 0 to 1");
        }
    }

    /// <summary>Demands counts or rates, finite and 0 or more.</summary>
    /// <inheritdoc cref="Probabilities"/>
    public static void Counts(ReadOnlySpan<float> targets, int sampleSize, string parameter)
    {
        if (!AllWithin(targets, 0, float.MaxValue))
        {
            ThrowOutside(targets, 0, float.MaxValue, sampleSize, parameter, "a finite number of 0 or more");
        }
    }

    /// <summary>Demands finite numbers.</summary>
    /// <inheritdoc cref="Probabilities"/>
    public static void Finite(ReadOnlySpan<float> targets, int sampleSize, string parameter)
    {
        if (!AllWithin(targets, float.MinValue, float.MaxValue))
        {
            ThrowOutside(targets, float.MinValue, float.MaxValue, sampleSize, parameter, "a finite number");
        }
    }

    private static bool AllWithin(ReadOnlySpan<float> values, float low, float high)
    {
        int lanes = Vector<float>.Count;
        if (values.Length < lanes)
        {
            foreach (float value in values)
            {
                if (!(value >= low && value <= high))
                {
                    return false;
                }
            }

            return true;
        }

        ref float first = ref MemoryMarshal.GetReference(values);
        Vector<float> lows = new(low);
        Vector<float> highs = new(high);
        nuint last = (nuint)(values.Length - lanes);

        // The last vector overlaps the one before it, so that there is no tail.
        Vector<int> within = Within(Vector.LoadUnsafe(ref first, last), lows, highs);
        for (nuint i = 0; i < last; i += (nuint)lanes)
        {
            within &= Within(Vector.LoadUnsafe(ref first, i), lows, highs);
        }

        return Vector.EqualsAll(within, Vector<int>.AllBitsSet);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Within(Vector<float> values, Vector<float> lows, Vector<float> highs) =>
        Vector.GreaterThanOrEqual(values, lows) & Vector.LessThanOrEqual(values, highs);

    private static bool AllBelow(ReadOnlySpan<uint> values, uint bound)
    {
        int lanes = Vector<uint>.Count;
        if (values.Length < lanes)
        {
            foreach (uint value in values)
            {
                if (value >= bound)
                {
                    return false;
                }
            }

            return true;
        }

        ref uint first = ref MemoryMarshal.GetReference(values);
        Vector<uint> bounds = new(bound);
        nuint last = (nuint)(values.Length - lanes);
        Vector<uint> below = Vector.LessThan(Vector.LoadUnsafe(ref first, last), bounds);
        for (nuint i = 0; i < last; i += (nuint)lanes)
        {
            below &= Vector.LessThan(Vector.LoadUnsafe(ref first, i), bounds);
        }

        return Vector.EqualsAll(below, Vector<uint>.AllBitsSet);
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOutside(
        ReadOnlySpan<float> values, float low, float high, int sampleSize, string parameter, string domain)
    {
        int index = 0;
        while (values[index] >= low && values[index] <= high)
        {
            index++;
        }

        throw Argument(
            parameter, $"Row {index / sampleSize}, column {index % sampleSize} of '{parameter}' is {values[index]}; {domain} expected.");
    }
}
