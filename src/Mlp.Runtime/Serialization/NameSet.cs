using System;

namespace Mlp.Serialization;

/// <summary>The keys of one object of the header: finds the first that occurs twice.</summary>
/// <remarks>
/// A table of positions in the text, so that a name costs four bytes and no object. The hash is seeded in each process: no file
/// can be made whose names all collide.
/// </remarks>
internal readonly ref struct NameSet
{
    /// <summary>What ends a name in the text: a byte that UTF-8 does not have.</summary>
    internal const byte Terminator = 0xFF;

    private readonly Span<int> _slots;
    private readonly ReadOnlySpan<byte> _text;

    /// <summary>An empty set.</summary>
    /// <param name="slots">Zeros, as many as <see cref="SlotsFor"/> says.</param>
    /// <param name="text">Where the names are, each with its terminator.</param>
    internal NameSet(Span<int> slots, ReadOnlySpan<byte> text)
    {
        _slots = slots;
        _text = text;
    }

    /// <summary>How many slots a number of names needs: a fifth stays free, and one at least, where a search ends.</summary>
    internal static int SlotsFor(int names) => names + (names / 4) + 1;

    /// <summary>Takes a name in.</summary>
    /// <returns>Whether it was not there yet.</returns>
    internal bool Add(int start, int length)
    {
        ReadOnlySpan<byte> name = _text.Slice(start, length + 1);
        var hash = default(HashCode);
        hash.AddBytes(name);
        int slot = (int)((uint)hash.ToHashCode() % (uint)_slots.Length);
        while (_slots[slot] != 0)
        {
            if (_text[(_slots[slot] - 1)..].StartsWith(name))
            {
                return false;
            }

            slot = slot + 1 < _slots.Length ? slot + 1 : 0;
        }

        _slots[slot] = start + 1;
        return true;
    }
}
