using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.Validation;

/// <summary>
/// What emitted code demands of its arguments before it reads or writes anything. A demand that holds costs a comparison
/// and a branch; the exceptions are made out of line.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Require
{
    /// <summary>Demands a length.</summary>
    /// <param name="actual">The length of the span.</param>
    /// <param name="expected">The length it must have.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, int expected, string parameter)
    {
        if (actual != expected)
        {
            ThrowLength(actual, expected, parameter);
        }
    }

    /// <summary>Counts samples, demanding that there be no rest.</summary>
    /// <param name="length">The length of the span.</param>
    /// <param name="sampleSize">The values in one sample, 1 or more.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <returns>The number of samples, 0 or more.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of the sample size.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Samples(int length, int sampleSize, string parameter)
    {
        int samples = length / sampleSize;
        if (samples * sampleSize != length)
        {
            ThrowSamples(length, sampleSize, parameter);
        }

        return samples;
    }

    /// <summary>Demands one sample at least, where a mean over the samples is asked for.</summary>
    /// <param name="samples">The number of samples.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotEmpty(int samples, string parameter)
    {
        if (samples == 0)
        {
            ThrowEmpty(parameter);
        }
    }

    /// <summary>Demands the length of a batch; a product that no span can have is no match.</summary>
    /// <param name="actual">The length of the span.</param>
    /// <param name="samples">The number of samples, 0 or more.</param>
    /// <param name="sampleSize">The values in one sample, 1 or more.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <exception cref="ArgumentException">The length is not samples × sampleSize.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BatchLength(int actual, int samples, int sampleSize, string parameter)
    {
        if ((long)samples * sampleSize != actual)
        {
            ThrowBatchLength(actual, samples, sampleSize, parameter);
        }
    }

    /// <summary>Demands that two spans share no memory.</summary>
    /// <param name="a">A span.</param>
    /// <param name="b">Another.</param>
    /// <param name="parameter">The name of the parameter to blame.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NoOverlap(ReadOnlySpan<float> a, ReadOnlySpan<float> b, string parameter)
    {
        if (a.Overlaps(b))
        {
            ThrowOverlap(parameter);
        }
    }

    /// <inheritdoc cref="NoOverlap(ReadOnlySpan{float}, ReadOnlySpan{float}, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NoOverlap(ReadOnlySpan<int> a, ReadOnlySpan<float> b, string parameter)
    {
        if (MemoryMarshal.AsBytes(a).Overlaps(MemoryMarshal.AsBytes(b)))
        {
            ThrowOverlap(parameter);
        }
    }

    /// <summary>Demands that a network that is a struct was made by a constructor.</summary>
    /// <param name="parameters">Its storage.</param>
    /// <param name="type">The name of the type.</param>
    /// <exception cref="InvalidOperationException">It is the default value of its type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Initialized([NotNull] float[]? parameters, string type)
    {
        if (parameters is null)
        {
            ThrowUninitialized(type);
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowLength(int actual, int expected, string parameter) =>
        throw Argument(parameter, $"The length of '{parameter}' is {actual}; {expected} expected.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowSamples(int length, int sampleSize, string parameter) =>
        throw Argument(parameter, $"The length of '{parameter}' is {length}; a multiple of {sampleSize}, the size of a sample, expected.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowEmpty(string parameter) =>
        throw Argument(parameter, $"'{parameter}' is empty; one sample or more expected, for a mean of nothing is nothing.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowBatchLength(int actual, int samples, int sampleSize, string parameter) => throw Argument(
        parameter, $"The length of '{parameter}' is {actual}; {(long)samples * sampleSize} expected ({samples} samples × {sampleSize}).");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOverlap(string parameter) =>
        throw Argument(parameter, $"'{parameter}' overlaps another span of the call; memory of its own expected.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowUninitialized(string type) =>
        throw new InvalidOperationException($"This {type} is the default value of its type and has no parameters; make it with a constructor.");

    private static ArgumentException Argument(string parameter, FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture), parameter);
}
