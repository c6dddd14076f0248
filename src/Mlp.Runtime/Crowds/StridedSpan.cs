using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

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

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ThrowIndex(int index, int length) => throw new ArgumentOutOfRangeException(
        nameof(index),
        string.Create(CultureInfo.InvariantCulture, $"index is {index}, but there are {length} structs: the first has index 0."));
}
