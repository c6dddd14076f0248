using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Mlp.Serialization;

/// <summary>Numbers as the bytes of a file, the same on every platform: in place where they stand so in memory, and a copy elsewhere.</summary>
internal static class LittleEndian
{
    /// <summary>The bytes of 32-bit numbers.</summary>
    internal static ReadOnlySpan<byte> Bytes(ReadOnlySpan<int> numbers)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.AsBytes(numbers);
        }

        int[] reversed = new int[numbers.Length];
        BinaryPrimitives.ReverseEndianness(numbers, reversed);
        return MemoryMarshal.AsBytes<int>(reversed);
    }

    /// <summary>The bytes of floats.</summary>
    internal static ReadOnlySpan<byte> Bytes(ReadOnlySpan<float> numbers) => Bytes(MemoryMarshal.Cast<float, int>(numbers));

    /// <summary>The bytes of doubles.</summary>
    internal static ReadOnlySpan<byte> Bytes(ReadOnlySpan<double> numbers)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.AsBytes(numbers);
        }

        long[] reversed = new long[numbers.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<double, long>(numbers), reversed);
        return MemoryMarshal.AsBytes<long>(reversed);
    }
}
