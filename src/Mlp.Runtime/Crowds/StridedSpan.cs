using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.Crowds;

/// <summary>Makes views of one field of every struct in an array.</summary>
public static class StridedSpan
{
    /// <summary>A field of every struct, to be read and written.</summary>
    /// <param name="agents">The structs.</param>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Energy</c>.</param>
    /// <exception cref="ArgumentException">It is no field of the struct itself.</exception>
    public static StridedSpan<TField> Of<TAgent, TField>(Span<TAgent> agents, FieldOf<TAgent, TField> field)
        where TAgent : struct
        where TField : unmanaged => StridedSpan<TField>.At(agents, FieldOffset.Of(field));

    /// <inheritdoc cref="Of{TAgent, TField}(Span{TAgent}, FieldOf{TAgent, TField})"/>
    public static StridedSpan<TField> Of<TAgent, TField>(TAgent[] agents, FieldOf<TAgent, TField> field)
        where TAgent : struct
        where TField : unmanaged => Of(agents.AsSpan(), field);

    /// <summary>A field of every struct, to be read.</summary>
    /// <param name="agents">The structs.</param>
    /// <param name="field">Which field: <c>(ref Creature c) =&gt; ref c.Energy</c>.</param>
    /// <exception cref="ArgumentException">It is no field of the struct itself.</exception>
    public static ReadOnlyStridedSpan<TField> Of<TAgent, TField>(ReadOnlySpan<TAgent> agents, FieldOf<TAgent, TField> field)
        where TAgent : struct
        where TField : unmanaged => ReadOnlyStridedSpan<TField>.At(agents, FieldOffset.Of(field));

    internal static void RequireLength(int actual, int expected, string parameter)
    {
        if (actual != expected)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{parameter} has length {actual}, but must have length {expected}: one value for each struct."),
                parameter);
        }
    }

    /// <summary>From the first field up to the end of the last one.</summary>
    internal static long BytesOf<T>(int length, nint stride) => length == 0 ? 0 : ((length - 1L) * stride) + Unsafe.SizeOf<T>();

    /// <summary>Fields of structs, and a span that is copied from or to them, share no memory.</summary>
    internal static void RequireApart<TFirst, TSecond>(ref readonly TFirst first, long firstBytes, ReadOnlySpan<TSecond> span, string parameter)
    {
        nint offset = Unsafe.ByteOffset(ref Unsafe.As<TFirst, byte>(ref Unsafe.AsRef(in first)), ref Unsafe.As<TSecond, byte>(ref MemoryMarshal.GetReference(span)));
        long spanBytes = (long)span.Length * Unsafe.SizeOf<TSecond>();
        if (firstBytes > 0 && spanBytes > 0 && ((nuint)offset < (nuint)firstBytes || (nuint)(-offset) < (nuint)spanBytes))
        {
            throw new ArgumentException($"{parameter} shares memory with the structs, but must have memory of its own.", parameter);
        }
    }

    /// <inheritdoc cref="RequireApart{TFirst, TSecond}(ref readonly TFirst, long, ReadOnlySpan{TSecond}, string)"/>
    internal static void RequireApart<TAgent>(ReadOnlySpan<TAgent> agents, ReadOnlySpan<float> span, string parameter)
        where TAgent : struct =>
        RequireApart(in MemoryMarshal.GetReference(agents), (long)agents.Length * Unsafe.SizeOf<TAgent>(), span, parameter);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ThrowIndex(int index, int length) => throw new ArgumentOutOfRangeException(
        nameof(index),
        string.Create(CultureInfo.InvariantCulture, $"index is {index}, but there are {length} structs: the first has index 0."));
}
