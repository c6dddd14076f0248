using System;
using System.IO;

namespace Mlp.Serialization;

/// <summary>Counts the entries of a header that is too large to be read, in constant memory.</summary>
internal static class EntryCounter
{
    private const int BlockBytes = 1 << 12;

    /// <summary>Whether a header has more entries than a file may have tensors, as far as the largest header goes.</summary>
    /// <param name="first">The first bytes of the header.</param>
    /// <param name="stream">Stands behind them.</param>
    internal static bool HasTooMany(ReadOnlySpan<byte> first, Stream stream)
    {
        byte[] block = new byte[BlockBytes];
        int depth = 0;
        int entries = 0;
        bool inString = false;
        bool isEscaped = false;
        for (int total = 0; total < WeightFileLimits.Header; total += block.Length)
        {
            int kept = Math.Min(first.Length, block.Length);
            first[..kept].CopyTo(block);
            first = first[kept..];
            int read = kept + stream.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false);
            foreach (byte value in block.AsSpan(0, read))
            {
                if (inString)
                {
                    inString = isEscaped || value != '"';
                    isEscaped = !isEscaped && value == '\\';
                    continue;
                }

                inString = value == '"';
                depth += value is (byte)'{' or (byte)'[' ? 1 : value is (byte)'}' or (byte)']' ? -1 : 0;
                entries += depth == 1 && value == ':' ? 1 : 0;
            }

            if (entries > WeightFileLimits.Tensors + 1)
            {
                return true;
            }

            if (read < block.Length)
            {
                break;
            }
        }

        return false;
    }
}
