using System;
using System.Text.Json;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>The keys of a header without their escapes, one behind the other in one block of memory.</summary>
/// <param name="capacity">The bytes of the header: escapes only shrink, and the quotes leave room for a terminator.</param>
internal sealed class HeaderText(int capacity)
{
    private int _length;

    /// <summary>The keys taken so far, each with its terminator, and room behind them.</summary>
    internal byte[] Bytes { get; } = new byte[capacity];

    /// <summary>Takes the key that a reader stands on.</summary>
    internal (int Start, int Length) Take(in Utf8JsonReader reader)
    {
        int start = _length;
        int length = reader.CopyString(Bytes.AsSpan(start));
        Bytes[start + length] = NameSet.Terminator;
        _length = start + length + 1;
        return (start, length);
    }

    /// <summary>A key in quotes, for a message.</summary>
    internal string Quote((int Start, int Length) key) => QuotedText.Of(Bytes.AsSpan(key.Start, key.Length));

    /// <summary>Counts the keys of the object that a reader has just entered; those of objects inside it do not count.</summary>
    /// <param name="probe">A copy of the reader.</param>
    internal static int CountKeys(Utf8JsonReader probe)
    {
        int depth = probe.CurrentDepth;
        int count = 0;
        while (probe.Read() && probe.CurrentDepth > depth)
        {
            if (probe.TokenType == JsonTokenType.PropertyName && probe.CurrentDepth == depth + 1)
            {
                count++;
            }
        }

        return count;
    }
}
