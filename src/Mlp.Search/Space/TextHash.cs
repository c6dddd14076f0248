using System;
using System.Security.Cryptography;
using System.Text;

namespace Mlp.Searching.Space;

/// <summary>A short name for a long text: equal texts have it, and no others.</summary>
internal static class TextHash
{
    private const int Length = 16;

    /// <summary>The first 16 bytes of SHA-256 of its UTF-8 bytes, as hexadecimal digits.</summary>
    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Length));
}
