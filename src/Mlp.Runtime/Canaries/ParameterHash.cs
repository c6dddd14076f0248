using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mlp.Serving;

/// <summary>The SHA-256 of parameters in canonical order, as little-endian floats: the same on every platform, another for every other bit.</summary>
internal static class ParameterHash
{
    /// <summary>The hexadecimal digits of a hash.</summary>
    internal const int Digits = 2 * SHA256.HashSizeInBytes;

    private const int BlockElements = 1 << 10;

    /// <summary>Hashes parameters: lower-case hexadecimal digits.</summary>
    internal static string Of(ReadOnlySpan<float> parameters)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> block = stackalloc byte[sizeof(float) * BlockElements];
        while (!parameters.IsEmpty)
        {
            int count = Math.Min(BlockElements, parameters.Length);
            for (int index = 0; index < count; index++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(block[(sizeof(float) * index)..], parameters[index]);
            }

            hash.AppendData(block[..(sizeof(float) * count)]);
            parameters = parameters[count..];
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a text can be a hash: 64 lower-case hexadecimal digits.</summary>
    internal static bool IsHash(ReadOnlySpan<char> text) => text.Length == Digits && !text.ContainsAnyExcept("0123456789abcdef");
}
