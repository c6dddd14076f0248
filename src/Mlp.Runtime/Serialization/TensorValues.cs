using System;
using System.Buffers.Binary;
using System.IO;

namespace Mlp.Serialization;

/// <summary>Brings the values of one tensor from the file into the canonical order of a network, and back.</summary>
internal static class TensorValues
{
    private const int BlockElements = 512;

    /// <summary>The values of a tensor as they stand in the file, finite or not.</summary>
    /// <param name="data">The data of the file.</param>
    /// <param name="entry">Where the tensor is in it.</param>
    /// <param name="extents">Its dimensions, whose product fits an array.</param>
    internal static float[] Read(ByteChunks data, in TensorEntry entry, int[] extents)
    {
        var tensor = new NetworkTensor(string.Empty, extents, IsBias: false, Offset: 0, FileOrder.ChannelsFirst(extents, []), Transposed: false);
        float[] values = new float[tensor.Count];
        Copy(data, entry, tensor, allowNonFinite: true, values);
        return values;
    }

    /// <summary>Converts all values.</summary>
    /// <param name="data">The data of the file.</param>
    /// <param name="entry">Where the tensor is in it: as many values as the network's tensor has.</param>
    /// <param name="tensor">The tensor of the network.</param>
    /// <param name="allowNonFinite">Whether NaN and infinities are converted too.</param>
    /// <param name="parameters">All parameters of the network.</param>
    /// <exception cref="WeightFileException">A value is not finite.</exception>
    internal static void Copy(ByteChunks data, in TensorEntry entry, NetworkTensor tensor, bool allowNonFinite, Span<float> parameters)
    {
        int size = ElementTypes.Bits(entry.Type) / 8;
        Span<byte> bytes = stackalloc byte[BlockElements * size];
        Span<float> values = stackalloc float[BlockElements];
        for (int start = 0; start < tensor.Count; start += BlockElements)
        {
            int count = Math.Min(BlockElements, tensor.Count - start);
            data.CopyTo((long)entry.Begin + ((long)start * size), bytes[..(count * size)]);
            Convert(bytes, entry.Type, values[..count]);
            for (int index = 0; index < count; index++)
            {
                if (!allowNonFinite && !IsGood(values[index], tensor))
                {
                    throw new WeightFileException(
                        WeightFileError.NonFinite,
                        Complaint(values[index], entry.Type, tensor, start + index, TensorRefusals.NotFiniteAdvice));
                }
            }

            if (tensor.Order.IsCanonical)
            {
                values[..count].CopyTo(parameters[(tensor.Offset + start)..]);
                continue;
            }

            for (int index = 0; index < count; index++)
            {
                parameters[tensor.CanonicalIndex(start + index)] = values[index];
            }
        }
    }

    /// <summary>Writes all values in the order of the file.</summary>
    /// <param name="stream">Receives them.</param>
    /// <param name="tensor">The tensor of the network.</param>
    /// <param name="parameters">All parameters of the network.</param>
    internal static void Write(Stream stream, NetworkTensor tensor, ReadOnlySpan<float> parameters)
    {
        if (tensor.Order.IsCanonical)
        {
            stream.Write(LittleEndian.Bytes(parameters.Slice(tensor.Offset, tensor.Count)));
            return;
        }

        Span<float> values = stackalloc float[BlockElements];
        for (int start = 0; start < tensor.Count; start += BlockElements)
        {
            int count = Math.Min(BlockElements, tensor.Count - start);
            for (int index = 0; index < count; index++)
            {
                values[index] = parameters[tensor.CanonicalIndex(start + index)];
            }

            stream.Write(LittleEndian.Bytes(values[..count]));
        }
    }

    /// <summary>Whether a value may be in a file: finite, and where it is a mean of squares, whose root is taken, not below zero.</summary>
    internal static bool IsGood(float value, NetworkTensor tensor) =>
        float.IsFinite(value) && (value >= 0 || tensor.Moment is null || !OptimizerMoments.IsMeanOfSquares(tensor.Moment));

    private static void Convert(ReadOnlySpan<byte> bytes, ElementType type, Span<float> values)
    {
        switch (type)
        {
            case ElementType.F32:
                for (int index = 0; index < values.Length; index++)
                {
                    values[index] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * index)..]);
                }

                break;
            case ElementType.F16:
                for (int index = 0; index < values.Length; index++)
                {
                    values[index] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * index)..]);
                }

                break;
            case ElementType.BF16:
                for (int index = 0; index < values.Length; index++)
                {
                    values[index] = BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * index)..]) << 16);
                }

                break;
            default:
                for (int index = 0; index < values.Length; index++)
                {
                    values[index] = (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * index)..]);
                }

                break;
        }
    }

    /// <summary>What is said of a value that may not.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The element type that it was read of.</param>
    /// <param name="tensor">The tensor that it is in.</param>
    /// <param name="index">Its number in the file's tensor, row by row.</param>
    /// <param name="advice">What it may come from, and what to do.</param>
    internal static string Complaint(float value, ElementType type, NetworkTensor tensor, int index, string advice)
    {
        string what = float.IsNaN(value) ? "a NaN"
            : float.IsFinite(value) ? "a mean of squares below zero"
            : type == ElementType.F64 ? "an infinite value, or one too large for float,"
            : value > 0 ? "an infinite value"
            : "a negative infinite value";
        return TensorRefusals.NotFinite(tensor.Quoted, what, index, tensor.Columns, advice);
    }
}
