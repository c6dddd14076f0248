using System;
using System.Buffers.Binary;

namespace Mlp.Samples;

/// <summary>Tells states apart bit for bit, and is the same in every process.</summary>
internal struct StateHash
{
    public ulong Value { get; private set; }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte rest in bytes)
        {
            Add(rest);
        }
    }

    /// <summary>Adds a number.</summary>
    public void Add(ulong number) => Value = new SplitMix(Value ^ number).Next();
}
