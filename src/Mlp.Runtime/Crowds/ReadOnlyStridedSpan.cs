using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.Crowds;

/// <summary>One field of every struct in an array, to be read as if it were a span: <see cref="StridedSpan.Of{TAgent, TField}(ReadOnlySpan{TAgent}, FieldOf{TAgent, TField})"/> makes one.</summary>
/// <typeparam name="T">The field's type.</typeparam>
public readonly ref struct ReadOnlyStridedSpan<T>
    where T : unmanaged
{
    private readonly ref readonly T _first;
    private readonly nint _stride;

    internal ReadOnlyStridedSpan(ref readonly T first, nint stride, int length)
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
    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
            {
                StridedSpan.ThrowIndex(index, Length);
            }

            return ref Unsafe.AddByteOffset(ref Unsafe.AsRef(in _first), index * _stride);
        }
    }

    /// <summary>Copies the field of every struct.</summary>
    /// <param name="destination">Receives <see cref="Length"/> values.</param>
    /// <exception cref="ArgumentException">The span has another length, or shares memory with the structs.</exception>
    public void CopyTo(Span<T> destination)
    {
        StridedSpan.RequireLength(destination.Length, Length, nameof(destination));
        StridedSpan.RequireApart<T, T>(in _first, StridedSpan.BytesOf<T>(Length, _stride), destination, nameof(destination));
        for (int index = 0; index < destination.Length; index++)
        {
            destination[index] = this[index];
        }
    }

    internal static ReadOnlyStridedSpan<T> At<TAgent>(ReadOnlySpan<TAgent> agents, nint offset)
        where TAgent : struct =>
        new(
            in Unsafe.As<TAgent, T>(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetReference(agents), agents.IsEmpty ? 0 : offset)),
            Unsafe.SizeOf<TAgent>(),
            agents.Length);
}
