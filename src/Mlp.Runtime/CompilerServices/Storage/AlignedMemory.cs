using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>Finds the first cache line in memory that has one to spare.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// A 64-byte load off a 64-byte boundary touches two cache lines: 5 to 20 % of a kernel's time.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AlignedMemory
{
    /// <summary>The bytes of a cache line and of the widest vector.</summary>
    internal const int Alignment = 64;

    /// <summary>The floats of a cache line: what memory must have to spare.</summary>
    internal const int AlignmentFloats = Alignment / sizeof(float);

    /// <summary>The first float of unmovable memory that stands on a cache line.</summary>
    /// <param name="memory">Stack or pinned memory with <see cref="AlignmentFloats"/> floats more than are used.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Align(Span<float> memory)
    {
        ref float start = ref MemoryMarshal.GetReference(memory);
        return ref Unsafe.AddByteOffset(ref start, Padding(Address(ref start)));
    }

    /// <summary>Native memory that has a cache line to spare; it need not stand on one.</summary>
    /// <param name="length">The floats that are used.</param>
    /// <exception cref="OutOfMemoryException">There is no such memory.</exception>
    internal static nint AllocateNative(int length)
    {
        long bytes = ((long)length * sizeof(float)) + Alignment;
        return bytes <= nint.MaxValue
            ? Marshal.AllocHGlobal((nint)bytes)
            : throw new OutOfMemoryException(string.Create(CultureInfo.InvariantCulture, $"Scratch memory of {bytes} bytes is more than this process can address."));
    }

    /// <summary>The float at an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref float At(nint address) => ref Unsafe.AddByteOffset(ref Unsafe.NullRef<float>(), address);

    /// <summary>Bytes from an address to the next cache line; 0 where it stands on one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint Padding(nint address) => -address & (Alignment - 1);

    /// <summary>Where memory stands; it must not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint Address(ref float start) => Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref start);
}
