using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <content>
/// The domains of targets. Every training step scans all of them, so a scan is vectorised and does not stop early; the first
/// bad value is looked for only once it is known that there is one. A NaN is in no domain.
/// </content>
public static partial class Require
{
    /// <summary>Every label is a class.</summary>
    /// <param name="labels">One label a row.</param>
    /// <param name="classCount">The number of classes, 1 or more.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <exception cref="ArgumentException">A label is negative or too large; the message names the first bad row.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Labels(ReadOnlySpan<int> labels, int classCount, string parameter)
    {
        if (!AllBelow(labels, (uint)classCount))
        {
            ThrowLabel(labels, classCount, parameter);
        }
    }

    /// <summary>Every target is a probability, 0 to 1.</summary>
    /// <param name="targets">Samples, one a row.</param>
    /// <param name="sampleSize">The number of values in a row, 1 or more.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <exception cref="ArgumentException">A target is outside the domain; the message names the first bad row and column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Probabilities(ReadOnlySpan<float> targets, int sampleSize, string parameter)
    {
        if (!AllWithin(targets, 0, 1))
        {
            ThrowTarget(targets, 0, 1, sampleSize, "a probability, 0 to 1", parameter);
        }
    }

    /// <summary>Every target is a count or a rate: finite, 0 or more.</summary>
    /// <inheritdoc cref="Probabilities"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Counts(ReadOnlySpan<float> targets, int sampleSize, string parameter)
    {
        if (!AllWithin(targets, 0, float.MaxValue))
        {
            ThrowTarget(targets, 0, float.MaxValue, sampleSize, "a finite number of 0 or more", parameter);
        }
    }

    // A negative number is a large one when read as unsigned: one comparison checks both ends.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AllBelow(ReadOnlySpan<int> values, uint end)
    {
        if (!Vector.IsHardwareAccelerated || values.Length < Vector<uint>.Count)
        {
            return IndexNotBelow(values, end) < 0;
        }

        ref uint start = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(values));

        // The last vector overlaps the one before it, and so there is no remainder.
        nuint last = (nuint)(values.Length - Vector<uint>.Count);
        Vector<uint> largest = Vector.LoadUnsafe(ref start, last);
        for (nuint index = 0; index < last; index += (nuint)Vector<uint>.Count)
        {
            largest = Vector.Max(largest, Vector.LoadUnsafe(ref start, index));
        }

        return Vector.LessThanAll(largest, new Vector<uint>(end));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AllWithin(ReadOnlySpan<float> values, float low, float high)
    {
        if (!Vector.IsHardwareAccelerated || values.Length < Vector<float>.Count)
        {
            return IndexNotWithin(values, low, high) < 0;
        }

        ref float start = ref MemoryMarshal.GetReference(values);
        var lows = new Vector<float>(low);
        var highs = new Vector<float>(high);
        nuint last = (nuint)(values.Length - Vector<float>.Count);
        Vector<int> within = Within(Vector.LoadUnsafe(ref start, last), lows, highs);
        for (nuint index = 0; index < last; index += (nuint)Vector<float>.Count)
        {
            within &= Within(Vector.LoadUnsafe(ref start, index), lows, highs);
        }

        return within == Vector<int>.AllBitsSet;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Within(Vector<float> values, Vector<float> lows, Vector<float> highs) =>
        Vector.GreaterThanOrEqual(values, lows) & Vector.LessThanOrEqual(values, highs);

    private static int IndexNotBelow(ReadOnlySpan<int> values, uint end)
    {
        for (int index = 0; index < values.Length; index++)
        {
            if ((uint)values[index] >= end)
            {
                return index;
            }
        }

        return -1;
    }

    private static int IndexNotWithin(ReadOnlySpan<float> values, float low, float high)
    {
        for (int index = 0; index < values.Length; index++)
        {
            // Negated as a whole, not turned around: a NaN must fail.
            if (!(values[index] >= low && values[index] <= high))
            {
                return index;
            }
        }

        return -1;
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowLabel(ReadOnlySpan<int> labels, int classCount, string parameter)
    {
        int row = IndexNotBelow(labels, (uint)classCount);
        throw Refuse(parameter, $"{parameter} has {labels[row]} in row {row} (counted from 0), but must have a class, 0 to {classCount - 1}.");
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowTarget(
        ReadOnlySpan<float> targets,
        float low,
        float high,
        int sampleSize,
        string domain,
        string parameter)
    {
        int index = IndexNotWithin(targets, low, high);
        (int row, int column) = int.DivRem(index, sampleSize);
        throw Refuse(
            parameter,
            $"{parameter} has {targets[index]} in row {row}, column {column} (counted from 0), but must have {domain}.");
    }
}
