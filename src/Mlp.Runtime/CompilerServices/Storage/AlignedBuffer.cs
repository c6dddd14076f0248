using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mlp.Validation;

namespace Mlp.CompilerServices;

/// <summary>Floats on the managed heap that never move and start on a cache line.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AlignedBuffer
{
    private readonly float[]? _array;
    private readonly int _offset;
    private readonly int _length;

    private AlignedBuffer(int length)
    {
        ArrayLength.Of(length, "Aligned memory", "ask for less", nameof(length));
        _array = GC.AllocateArray<float>(length + AlignedMemory.AlignmentFloats, pinned: true);
        nint address = AlignedMemory.Address(ref MemoryMarshal.GetArrayDataReference(_array));
        _offset = (int)(AlignedMemory.Padding(address) / sizeof(float));
        _length = length;
    }

    /// <summary>Whether there is any memory: not in a <see langword="default"/> one.</summary>
    public readonly bool IsAllocated => _array is not null;

    /// <summary>The first float.</summary>
    public readonly ref float Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array!), _offset);
    }

    /// <summary>All floats.</summary>
    public readonly Span<float> Span => _array is null ? [] : _array.AsSpan(_offset, _length);

    /// <summary>A buffer of zeros.</summary>
    /// <param name="length">The number of floats, 1 or more.</param>
    /// <exception cref="ArgumentException">No array has so many and a cache line to spare.</exception>
    public static AlignedBuffer Allocate(int length) => new(length);

    /// <summary>A buffer with a copy of some floats.</summary>
    /// <param name="values">The floats, 1 or more.</param>
    public static AlignedBuffer Of(ReadOnlySpan<float> values)
    {
        var buffer = new AlignedBuffer(values.Length);
        values.CopyTo(buffer.Span);
        return buffer;
    }

    /// <summary>Takes the memory on the first call; later calls find it.</summary>
    /// <param name="length">The number of floats, the same in every call.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ensure(int length)
    {
        if (_array is null)
        {
            this = new AlignedBuffer(length);
        }
    }

    /// <summary>An independent copy.</summary>
    public readonly AlignedBuffer Copy() => Of(Span);
}
