using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;

namespace Mlp.Onnx.Reading;

/// <summary>The numbers of a tensor, from bytes or from the list that its type has in the format.</summary>
internal static class TensorNumbers
{
    /// <summary>How many numbers there are in all lists of a tensor.</summary>
    internal static int CountOfLists(TensorProto tensor) =>
        tensor.FloatData.Count + tensor.Int32Data.Count + tensor.Int64Data.Count + tensor.DoubleData.Count + tensor.Uint64Data.Count;

    /// <summary>How many numbers there are in the list of a type.</summary>
    internal static int CountOfList(TensorProto tensor, OnnxElementType type) => type switch
    {
        OnnxElementType.Float => tensor.FloatData.Count,
        OnnxElementType.Double => tensor.DoubleData.Count,
        OnnxElementType.Int64 => tensor.Int64Data.Count,
        OnnxElementType.UInt32 or OnnxElementType.UInt64 => tensor.Uint64Data.Count,
        _ => tensor.Int32Data.Count,
    };

    /// <summary>The numbers of the list of a type; none where one of them is none of that type.</summary>
    internal static double[]? OfList(TensorProto tensor, OnnxElementType type) => type switch
    {
        OnnxElementType.Float => Convert(tensor.FloatData, static number => number),
        OnnxElementType.Double => Convert(tensor.DoubleData, static number => number),
        OnnxElementType.Int64 => Convert(tensor.Int64Data, static number => number),
        OnnxElementType.UInt64 => Convert(tensor.Uint64Data, static number => number),
        OnnxElementType.UInt32 => Convert(tensor.Uint64Data, static number => number <= uint.MaxValue ? number : null),
        OnnxElementType.Int32 => Convert(tensor.Int32Data, static number => number),
        OnnxElementType.Int16 => Convert(tensor.Int32Data, static number => number == (short)number ? number : null),
        OnnxElementType.Int8 => Convert(tensor.Int32Data, static number => number == (sbyte)number ? number : null),
        OnnxElementType.UInt16 => Convert(tensor.Int32Data, static number => number == (ushort)number ? number : null),
        OnnxElementType.UInt8 => Convert(tensor.Int32Data, static number => number == (byte)number ? number : null),
        OnnxElementType.Bool => Convert(tensor.Int32Data, static number => number is 0 or 1 ? number : null),

        // The bits of a number, as an integer without a sign.
        OnnxElementType.Float16 => Convert(tensor.Int32Data, static number => number == (ushort)number ? Float16((ushort)number) : null),
        OnnxElementType.BFloat16 => Convert(tensor.Int32Data, static number => number == (ushort)number ? BFloat16((ushort)number) : null),
        _ => null,
    };

    /// <summary>The numbers of bytes, the least significant first; as many as there are.</summary>
    internal static double[] OfBytes(ReadOnlySpan<byte> bytes, OnnxElementType type)
    {
        int width = ElementTypes.Bytes(type);
        double[] numbers = new double[bytes.Length / width];
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = OfElement(bytes.Slice(index * width, width), type);
        }

        return numbers;
    }

    private static double OfElement(ReadOnlySpan<byte> bytes, OnnxElementType type) => type switch
    {
        OnnxElementType.Float => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        OnnxElementType.Double => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        OnnxElementType.Float16 => Float16(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        OnnxElementType.BFloat16 => BFloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        OnnxElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        OnnxElementType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        OnnxElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        OnnxElementType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        OnnxElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        OnnxElementType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        OnnxElementType.Int8 => (sbyte)bytes[0],
        OnnxElementType.UInt8 => bytes[0],
        OnnxElementType.Bool => bytes[0] == 0 ? 0 : 1,
        _ => throw new ArgumentOutOfRangeException(nameof(type), FormattableString.Invariant($"{type} is no number.")),
    };

    private static double Float16(ushort bits) => (double)BitConverter.UInt16BitsToHalf(bits);

    private static double BFloat16(ushort bits) => BitConverter.Int32BitsToSingle(bits << 16);

    private static double[]? Convert<T>(IList<T> list, Func<T, double?> convert)
    {
        double[] numbers = new double[list.Count];
        for (int index = 0; index < numbers.Length; index++)
        {
            if (convert(list[index]) is not { } number)
            {
                return null;
            }

            numbers[index] = number;
        }

        return numbers;
    }
}
