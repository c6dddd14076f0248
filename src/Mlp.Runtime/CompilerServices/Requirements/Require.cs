using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>
/// The checks of arguments in emitted members, made before anything is written. A check is inlined and costs a comparison;
/// what an exception says is composed out of line.
/// </summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Require
{
    /// <summary>A span has exactly the length expected.</summary>
    /// <param name="actual">Its length.</param>
    /// <param name="expected">The length expected.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, int expected, string parameter)
    {
        if (actual != expected)
        {
            ThrowLength(actual, expected, parameter);
        }
    }

    /// <summary>A span holds whole samples.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="sampleSize">The number of values in a sample, 1 or more.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <returns>The number of samples, 0 or more.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of the size of a sample.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Samples(int length, int sampleSize, string parameter)
    {
        // Unsigned, and a constant at every call: the division becomes a multiplication.
        int samples = (int)((uint)length / (uint)sampleSize);
        if (samples * sampleSize != length)
        {
            ThrowSamples(length, sampleSize, parameter);
        }

        return samples;
    }

    /// <summary>A batch that a mean is taken of has a sample.</summary>
    /// <param name="samples">The number of samples.</param>
    /// <param name="parameter">The name of the span that holds them.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NotEmpty(int samples, string parameter)
    {
        if (samples == 0)
        {
            ThrowEmpty(parameter);
        }
    }

    /// <summary>A span holds exactly as many samples as another one.</summary>
    /// <param name="actual">Its length.</param>
    /// <param name="samples">The number of samples expected; times <paramref name="sampleSize"/> it may exceed any length.</param>
    /// <param name="sampleSize">The number of values in a sample.</param>
    /// <param name="parameter">The name of the span.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BatchLength(int actual, int samples, int sampleSize, string parameter)
    {
        if (actual != (long)samples * sampleSize)
        {
            ThrowBatchLength(actual, samples, sampleSize, parameter);
        }
    }

    /// <summary>Two spans share no memory. Neighbours do not, and an empty span shares with none.</summary>
    /// <param name="a">The other span.</param>
    /// <param name="b">The span that will be written.</param>
    /// <param name="parameter">The name of <paramref name="b"/>.</param>
    /// <exception cref="ArgumentException">They do.</exception>
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
    public static void NoOverlap(ReadOnlySpan<int> a, ReadOnlySpan<float> b, string parameter) =>
        NoOverlap(MemoryMarshal.Cast<int, float>(a), b, parameter);

    /// <summary>A network that is a struct has been constructed.</summary>
    /// <param name="isAllocated">Whether it has memory for its parameters.</param>
    /// <param name="type">The name of its type.</param>
    /// <exception cref="InvalidOperationException">It is <see langword="default"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Initialized(bool isAllocated, string type)
    {
        if (!isAllocated)
        {
            ThrowNotInitialized(type);
        }
    }

    /// <summary>A network that is a record with a copy constructor of its own has parameters.</summary>
    /// <param name="isAllocated">Whether it has memory for its parameters.</param>
    /// <param name="type">The name of its type.</param>
    /// <exception cref="InvalidOperationException">The copy constructor has made a copy without them.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copied(bool isAllocated, string type)
    {
        if (!isAllocated)
        {
            ThrowNotCopied(type);
        }
    }

    /// <summary>A network that only predicts has its parameters.</summary>
    /// <param name="isAllocated">Whether it has memory for its parameters.</param>
    /// <param name="type">The name of its type.</param>
    /// <exception cref="InvalidOperationException">None were loaded or set.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Loaded(bool isAllocated, string type)
    {
        if (!isAllocated)
        {
            ThrowNotLoaded(type);
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowLength(int actual, int expected, string parameter) =>
        throw Refuse(parameter, $"{parameter} has length {actual}, but must have length {expected}.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowSamples(int length, int sampleSize, string parameter) =>
        throw Refuse(parameter, $"{parameter} has length {length}, but must have a multiple of {sampleSize}, the size of a sample.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowEmpty(string parameter) =>
        throw Refuse(parameter, $"{parameter} holds no sample, but must hold one or more: a mean needs samples.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowBatchLength(int actual, int samples, int sampleSize, string parameter) => throw Refuse(
        parameter,
        $"{parameter} has length {actual}, but must have length {(long)samples * sampleSize}: samples {samples}, values a sample {sampleSize}.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOverlap(string parameter) =>
        throw Refuse(parameter, $"{parameter} overlaps another span of the call, but must have memory of its own.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotInitialized(string type) =>
        throw new InvalidOperationException($"This {type} is a default value and has no parameters: create it with one of its constructors.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotCopied(string type) => throw new InvalidOperationException(
        $"This {type} is a copy without parameters: a copy constructor copies only what it names. Call SetParameters or Initialize in it, or take a copy by INetwork<{type}>.Clone.");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotLoaded(string type) => throw new InvalidOperationException(
        $"This {type} only predicts, and has no parameters yet: load a weight file (Load, LoadWeights), call SetParameters, or compile weights in (Weights = \"…\").");

    // Numbers in messages read the same under every culture.
    private static ArgumentException Refuse(string parameter, FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture), parameter);
}
