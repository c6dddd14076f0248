using System;
using System.Security.Cryptography;
using Mlp.Serialization;

namespace Mlp.Training;

/// <summary>SHA-256 of numbers as little-endian bytes, the same on every platform: what tells samples and weights from others.</summary>
internal static class ContentHash
{
    private const int BlockRows = 256;

    /// <summary>Of samples: their numbers of columns and classes, and all values in the order of their rows, whether they are a view or not.</summary>
    internal static string Of(Dataset data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(LittleEndian.Bytes((ReadOnlySpan<int>)[data.Count, data.FeatureCount, data.TargetCount, data.ClassCount]));
        float[] buffer = data.IsContiguous ? [] : new float[int.Min(BlockRows, data.Count) * int.Max(data.FeatureCount, data.TargetCount)];
        int[] labels = data.IsContiguous || !data.HasLabels ? [] : new int[int.Min(BlockRows, data.Count)];
        for (int start = 0, count; start < data.Count; start += count)
        {
            count = int.Min(BlockRows, data.Count - start);
            hash.AppendData(LittleEndian.Bytes(data.ReadFeatures(start, count, buffer)));
            hash.AppendData(data.HasLabels ? LittleEndian.Bytes(data.ReadLabels(start, count, labels)) : LittleEndian.Bytes(data.ReadTargets(start, count, buffer)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of a list of numbers.</summary>
    internal static string Of(ReadOnlySpan<float> values) => Convert.ToHexStringLower(SHA256.HashData(LittleEndian.Bytes(values)));
}
