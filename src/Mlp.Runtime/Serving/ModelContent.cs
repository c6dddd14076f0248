using System;
using System.IO;
using System.Security.Cryptography;

namespace Mlp.Serving;

/// <summary>The bytes of a model file, read once: what is hashed is what is loaded and what the canary is read from.</summary>
internal sealed class ModelContent(byte[] bytes)
{
    /// <summary>The SHA-256 of the bytes in lower-case hexadecimal digits.</summary>
    internal string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A stream of its own over the bytes, which cannot write them.</summary>
    internal Stream Open() => new MemoryStream(bytes, writable: false);
}
