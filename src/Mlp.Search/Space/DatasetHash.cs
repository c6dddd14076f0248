using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Mlp.Training;

namespace Mlp.Searching.Space;

/// <summary>The hash of all that a search can see of a dataset: rows in their order, labels or targets, the names of classes, the scalers.</summary>
internal static class DatasetHash
{
    private const int ValuesAtOnce = 16_384;

    /// <summary>64 hexadecimal digits; a view and a copy of it have the same.</summary>
    internal static string Of(Dataset data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, data.Count, data.FeatureCount, data.TargetCount, data.ClassCount, data.HasLabels ? 1 : 0);
        int rows = Math.Max(1, ValuesAtOnce / Math.Max(data.FeatureCount, Math.Max(1, data.TargetCount)));
        float[] numbers = ArrayPool<float>.Shared.Rent(rows * Math.Max(data.FeatureCount, data.TargetCount));
        int[] labels = ArrayPool<int>.Shared.Rent(rows);
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = Math.Min(rows, data.Count - start);
            hash.AppendData(MemoryMarshal.AsBytes(data.ReadFeatures(start, count, numbers)));
            hash.AppendData(data.HasLabels
                ? MemoryMarshal.AsBytes(data.ReadLabels(start, count, labels))
                : MemoryMarshal.AsBytes(data.ReadTargets(start, count, numbers)));
        }

        ArrayPool<float>.Shared.Return(numbers);
        ArrayPool<int>.Shared.Return(labels);
        Append(hash, data.Schema.ClassNames?.Count ?? -1);
        foreach (string name in data.Schema.ClassNames ?? [])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(name);
            Append(hash, bytes.Length);
            hash.AppendData(bytes);
        }

        Append(hash, data.Scaler);
        Append(hash, data.TargetScaler);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, FeatureScaler? scaler)
    {
        switch (scaler)
        {
            case null:
                Append(hash, 0);
                break;
            case StandardScaler standard:
                Append(hash, 1, standard.FeatureCount);
                hash.AppendData(MemoryMarshal.AsBytes(standard.Mean));
                hash.AppendData(MemoryMarshal.AsBytes(standard.StandardDeviation));
                break;
            case MinMaxScaler range:
                Append(hash, 2, range.FeatureCount);
                hash.AppendData(MemoryMarshal.AsBytes(range.Minimum));
                hash.AppendData(MemoryMarshal.AsBytes(range.Maximum));
                hash.AppendData(MemoryMarshal.AsBytes((ReadOnlySpan<double>)[range.Lower, range.Upper]));
                break;
            default:
                throw new NotSupportedException($"The data went through {scaler}, a kind of scaler that searches do not know.");
        }
    }

    private static void Append(IncrementalHash hash, params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (int number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
