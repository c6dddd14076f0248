using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.Crowds;

/// <summary>One field of every struct in an array, to be read and written as if it were a span: <see cref="StridedSpan.Of{TAgent, TField}(Span{TAgent}, FieldOf{TAgent, TField})"/> makes one.</summary>
/// <typeparam name="T">The field's type.</typeparam>
public readonly ref struct StridedSpan<T>
    where T : unmanaged
{
    private readonly ref T _first;
    private readonly nint _stride;

    internal StridedSpan(ref T first, nint stride, int length)
    {
        _first = ref first;
        (_stride, Length) = (stride, length);
    }

    /// <summary>The number of structs.</summary>
    public int Length { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The field of one struct.</summary>
    /// <param name="index">Which struct.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such struct.</exception>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
            {
                StridedSpan.ThrowIndex(index, Length);
            }

            return ref Unsafe.AddByteOffset(ref _first, index * _stride);
        }
    }

    /// <summary>Copies the field of every struct.</summary>
    /// <param name="destination">Receives <see cref="Length"/> values.</param>
    /// <exception cref="ArgumentException">The span has another length, or shares memory with the structs.</exception>
    public void CopyTo(Span<T> destination) => ((ReadOnlyStridedSpan<T>)this).CopyTo(destination);

    /// <summary>Writes the field of every struct.</summary>
    /// <param name="source"><see cref="Length"/> values.</param>
    /// <exception cref="ArgumentException">The span has another length, or shares memory with the structs.</exception>
    public void CopyFrom(ReadOnlySpan<T> source)
    {
        StridedSpan.RequireLength(source.Length, Length, nameof(source));
        StridedSpan.RequireApart(in _first, StridedSpan.BytesOf<T>(Length, _stride), source, nameof(source));
        for (int index = 0; index < source.Length; index++)
        {
            this[index] = source[index];
        }
    }

    /// <summary>The same fields, to be read alone.</summary>
    /// <param name="fields">The fields.</param>
    public static implicit operator ReadOnlyStridedSpan<T>(StridedSpan<T> fields) => new(in fields._first, fields._stride, fields.Length);

    internal static StridedSpan<T> At<TAgent>(Span<TAgent> agents, nint offset)
        where TAgent : struct =>
        new(
            ref Unsafe.As<TAgent, T>(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetReference(agents), agents.IsEmpty ? 0 : offset)),
            Unsafe.SizeOf<TAgent>(),
            agents.Length);
}
