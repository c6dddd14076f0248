using System;

namespace Mlp.Serialization;

/// <summary>What the header says of one tensor.</summary>
/// <remarks>Small, for there may be thousands: 48 bytes, no more than the shortest entry takes in the file.</remarks>
internal struct TensorEntry
{
    /// <summary>The fewest bytes of header that describe a tensor: an empty name, F4, no dimensions, offsets of one digit.</summary>
    internal const int LeastBytes = 49;

    /// <summary>Where its first byte is, counted from the start of the data.</summary>
    internal ulong Begin;

    /// <summary>Where the first byte behind it is.</summary>
    internal ulong End;

    /// <summary>The first dimension; 1 where there is none.</summary>
    internal ulong Rows;

    /// <summary>The second dimension; 1 where there is none.</summary>
    internal ulong Columns;

    /// <summary>Where its name is in the names of the header.</summary>
    internal int NameStart;

    /// <summary>The bytes of its name.</summary>
    internal int NameLength;

    /// <summary>The number of dimensions.</summary>
    internal byte Rank;

    /// <summary>The type of its elements.</summary>
    internal ElementType Type;

    /// <summary>The dimensions, as a message shows them.</summary>
    internal readonly string Shape => Rank switch
    {
        0 => "[]",
        1 => FormattableString.Invariant($"[{Rows}]"),
        2 => FormattableString.Invariant($"[{Rows}, {Columns}]"),
        _ => FormattableString.Invariant($"[{Rows}, {Columns}, …] with {Rank} dimensions"),
    };
}
