using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <content>
/// What goes into parameters. A step with a NaN in it turns all of them into NaN and says nothing: a member that trains takes
/// finite numbers alone, and asks before it writes.
/// </content>
public static partial class Require
{
    /// <summary>What a learning rate must be, for messages.</summary>
    internal const string RateWords = "a finite number of 0 or more";

    /// <summary>The bits of +∞: those of every finite number are fewer, apart from the sign.</summary>
    private const int Infinity = 0x7F80_0000;

    private const int Magnitude = 0x7FFF_FFFF;

    /// <summary>The one rule of learning rates, wherever one is met.</summary>
    /// <param name="rate">A rate, which a step takes as a float.</param>
    internal static bool IsLearningRate(double rate) => rate >= 0 && float.IsFinite((float)rate);

    /// <summary>A learning rate is a finite number of 0 or more.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="parameter">The name of the argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, infinite or NaN.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LearningRate(float rate, string parameter)
    {
        if (!IsLearningRate(rate))
        {
            ThrowRange(rate, RateWords, parameter);
        }
    }

    /// <summary>A factor of a gradient is a finite number.</summary>
    /// <param name="scale">The factor.</param>
    /// <param name="parameter">The name of the argument.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is infinite or NaN.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(float scale, string parameter)
    {
        if (!float.IsFinite(scale))
        {
            ThrowRange(scale, "a finite number", parameter);
        }
    }

    /// <summary>Every value of some samples is a finite number.</summary>
    /// <param name="values">Samples, one a row.</param>
    /// <param name="sampleSize">The number of values in a row, 1 or more.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <exception cref="ArgumentException">A value is infinite or NaN; the message names the first bad row and column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finite(ReadOnlySpan<float> values, int sampleSize, string parameter)
    {
        if (!AllFinite(values))
        {
            ThrowTarget(values, float.MinValue, float.MaxValue, sampleSize, "a finite number", parameter);
        }
    }

    /// <summary>Every element of a gradient is a finite number.</summary>
    /// <param name="gradient">The gradient, in canonical order.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <exception cref="ArgumentException">An element is infinite or NaN; the message names the first bad index.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FiniteGradient(ReadOnlySpan<float> gradient, string parameter)
    {
        if (!AllFinite(gradient))
        {
            ThrowElement(gradient, float.MinValue, "a finite number", parameter);
        }
    }

    /// <summary>A weight for each sample, a finite number of 0 or more; or no weights at all.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <exception cref="ArgumentException">There is another number of weights, or one is negative, infinite or NaN.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SampleWeights(ReadOnlySpan<float> weights, int samples, string parameter)
    {
        if (weights.Length == 0)
        {
            return;
        }

        BatchLength(weights.Length, samples, 1, parameter);
        if (!AllWithin(weights, 0, float.MaxValue))
        {
            ThrowElement(weights, 0, "a finite number of 0 or more", parameter);
        }
    }

    // The largest magnitude, as an integer, tells whether there is a number that is none: two operations a vector, no branch.
    // One method, optimized at once: a training of a few steps is over before a loop that is called has been.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AllFinite(ReadOnlySpan<float> values)
    {
        ref int start = ref Unsafe.As<float, int>(ref MemoryMarshal.GetReference(values));
        return Vector512.IsHardwareAccelerated && values.Length >= Vector512<int>.Count ? AllFinite512(ref start, values.Length)
            : Vector256.IsHardwareAccelerated && values.Length >= Vector256<int>.Count ? AllFinite256(ref start, values.Length)
            : Vector128.IsHardwareAccelerated && values.Length >= Vector128<int>.Count ? AllFinite128(ref start, values.Length)
            : AllFiniteScalar(ref start, values.Length);
    }

    // The last vectors overlap the ones before them, and so there is no remainder; the two sums of a pair do not wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllFinite512(ref int start, int length)
    {
        var magnitude = Vector512.Create(Magnitude);
        nuint last = (nuint)(length - Vector512<int>.Count);
        Vector512<int> even = Vector512.LoadUnsafe(ref start, last) & magnitude;
        Vector512<int> odd = Vector512<int>.Zero;
        nuint index = 0;
        for (; index + (nuint)Vector512<int>.Count < last; index += 2 * (nuint)Vector512<int>.Count)
        {
            even = Vector512.Max(even, Vector512.LoadUnsafe(ref start, index) & magnitude);
            odd = Vector512.Max(odd, Vector512.LoadUnsafe(ref start, index + (nuint)Vector512<int>.Count) & magnitude);
        }

        if (index < last)
        {
            odd = Vector512.Max(odd, Vector512.LoadUnsafe(ref start, index) & magnitude);
        }

        return Vector512.LessThanAll(Vector512.Max(even, odd), Vector512.Create(Infinity));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllFinite256(ref int start, int length)
    {
        var magnitude = Vector256.Create(Magnitude);
        nuint last = (nuint)(length - Vector256<int>.Count);
        Vector256<int> even = Vector256.LoadUnsafe(ref start, last) & magnitude;
        Vector256<int> odd = Vector256<int>.Zero;
        nuint index = 0;
        for (; index + (nuint)Vector256<int>.Count < last; index += 2 * (nuint)Vector256<int>.Count)
        {
            even = Vector256.Max(even, Vector256.LoadUnsafe(ref start, index) & magnitude);
            odd = Vector256.Max(odd, Vector256.LoadUnsafe(ref start, index + (nuint)Vector256<int>.Count) & magnitude);
        }

        if (index < last)
        {
            odd = Vector256.Max(odd, Vector256.LoadUnsafe(ref start, index) & magnitude);
        }

        return Vector256.LessThanAll(Vector256.Max(even, odd), Vector256.Create(Infinity));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllFinite128(ref int start, int length)
    {
        var magnitude = Vector128.Create(Magnitude);
        nuint last = (nuint)(length - Vector128<int>.Count);
        Vector128<int> even = Vector128.LoadUnsafe(ref start, last) & magnitude;
        Vector128<int> odd = Vector128<int>.Zero;
        nuint index = 0;
        for (; index + (nuint)Vector128<int>.Count < last; index += 2 * (nuint)Vector128<int>.Count)
        {
            even = Vector128.Max(even, Vector128.LoadUnsafe(ref start, index) & magnitude);
            odd = Vector128.Max(odd, Vector128.LoadUnsafe(ref start, index + (nuint)Vector128<int>.Count) & magnitude);
        }

        if (index < last)
        {
            odd = Vector128.Max(odd, Vector128.LoadUnsafe(ref start, index) & magnitude);
        }

        return Vector128.LessThanAll(Vector128.Max(even, odd), Vector128.Create(Infinity));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllFiniteScalar(ref int start, int length)
    {
        int largest = 0;
        for (nint index = 0; index < length; index++)
        {
            largest = Math.Max(largest, Unsafe.Add(ref start, index) & Magnitude);
        }

        return largest < Infinity;
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowRange(float value, string range, string parameter) => throw new ArgumentOutOfRangeException(
        parameter, FormattableString.Invariant($"{parameter} is {value}, but must be {range}."));

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowElement(ReadOnlySpan<float> values, float low, string domain, string parameter)
    {
        int index = IndexNotWithin(values, low, float.MaxValue);
        throw Refuse(parameter, $"{parameter} has {values[index]} at index {index} (counted from 0), but must have {domain}.");
    }
}
