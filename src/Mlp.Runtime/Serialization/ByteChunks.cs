using System;
using System.Collections.Generic;
using System.IO;

namespace Mlp.Serialization;

/// <summary>
/// Bytes read from a stream until it ends, in pieces: what is allocated follows what has been read, whatever length a file claims.
/// </summary>
internal sealed class ByteChunks
{
    private const int ChunkBits = 14;
    private const int ChunkBytes = 1 << ChunkBits;

    private readonly List<byte[]> _chunks = [];

    private ByteChunks()
    {
    }

    /// <summary>The bytes that were read.</summary>
    internal long Length { get; private set; }

    /// <summary>Reads until a stream ends.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">The most bytes to read.</param>
    internal static ByteChunks Read(Stream stream, long limit)
    {
        var bytes = new ByteChunks();
        while (bytes.Length < limit)
        {
            byte[] chunk = new byte[Math.Min(ChunkBytes, limit - bytes.Length)];
            int read = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
            bytes._chunks.Add(chunk);
            bytes.Length += read;
            if (read < chunk.Length)
            {
                break;
            }
        }

        return bytes;
    }

    /// <summary>Copies bytes out.</summary>
    /// <param name="offset">Where they start.</param>
    /// <param name="destination">Receives as many as it holds.</param>
    internal void CopyTo(long offset, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            ReadOnlySpan<byte> chunk = _chunks[(int)(offset >> ChunkBits)].AsSpan((int)(offset & (ChunkBytes - 1)));
            int count = Math.Min(chunk.Length, destination.Length);
            chunk[..count].CopyTo(destination);
            destination = destination[count..];
            offset += count;
        }
    }

    /// <summary>All bytes in one array.</summary>
    internal byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(0, bytes);
        return bytes;
    }
}
