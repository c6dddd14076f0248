using System;
using System.Globalization;

namespace Mlp.Lockstep;

/// <summary>A hash of the bits of numbers: where two computations differ in one bit, their hashes differ.</summary>
public static class BitHash
{
    /// <summary>FNV-1a over the bytes of the numbers, the lowest byte of each first.</summary>
    public static string Of(ReadOnlySpan<float> numbers)
    {
        ulong hash = 14695981039346656037;
        foreach (float number in numbers)
        {
            uint bits = BitConverter.SingleToUInt32Bits(number);
            for (int shift = 0; shift < 32; shift += 8)
            {
                hash = unchecked((hash ^ ((bits >> shift) & 0xFF)) * 1099511628211);
            }
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
