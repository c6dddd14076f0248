using System;
using System.IO;
using System.Security.Cryptography;
using Mlp.Training;

namespace Mlp.Searching.Data;

/// <summary>The hash of all that a search can see of a dataset: rows in their order, labels or targets, the names of classes, the scalers.</summary>
internal static class DatasetHash
{
    /// <summary>64 hexadecimal digits, of what <see cref="DatasetBytes"/> writes; a view and a copy of it have the same.</summary>
    internal static string Of(Dataset data)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            DatasetBytes.Write(data, stream);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
