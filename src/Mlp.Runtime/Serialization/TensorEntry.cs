using System;

namespace Mlp.Serialization;

/// <summary>What the header says of one tensor.</summary>
/// <remarks>Small, for there may be thousands: 64 bytes, hardly more than the shortest entry takes in the file.</remarks>
internal struct TensorEntry
{
    /// <summary>The fewest bytes of header that describe a tensor: an empty name, F4, no dimensions, offsets of one digit.</summary>
    internal const int LeastBytes = 49;

    /// <summary>Where its first byte is, counted from the start of the data.</summary>
    internal ulong Begin;

    /// <summary>Where the first byte behind it is.</summary>
    internal ulong End;

    /// <summary>The dimensions, as many as <see cref="Rank"/> says.</summary>
    internal TensorExtents Extents;

    /// <summary>Where its name is in the names of the header.</summary>
    internal int NameStart;

    /// <summary>The bytes of its name.</summary>
    internal int NameLength;

    /// <summary>The number of dimensions.</summary>
    internal byte Rank;

    /// <summary>The type of its elements.</summary>
    internal ElementType Type;

    /// <summary>The first dimension; 1 where there is none.</summary>
    internal readonly uint Rows => Rank > 0 ? Extents[0] : 1;

    /// <summary>The second dimension; 1 where there is none.</summary>
    internal readonly uint Columns => Rank > 1 ? Extents[1] : 1;

    /// <summary>The dimensions, as a message shows them.</summary>
    internal readonly string Shape
    {
        get
        {
            // No tensor of a network has more dimensions than the weights of a convolution of images.
            const int Shown = 4;
            string[] shown = new string[int.Min(Rank, Shown)];
            for (int dimension = 0; dimension < shown.Length; dimension++)
            {
                shown[dimension] = FormattableString.Invariant($"{Extents[dimension]}");
            }

            string all = string.Join(", ", shown);
            return Rank > Shown ? FormattableString.Invariant($"[{all}, …] with {Rank} dimensions") : $"[{all}]";
        }
    }

    /// <summary>Whether these are its dimensions.</summary>
    /// <param name="extents">As many as a tensor of a network has.</param>
    internal readonly bool HasExtents(ReadOnlySpan<int> extents)
    {
        if (extents.Length != Rank)
        {
            return false;
        }

        for (int dimension = 0; dimension < extents.Length; dimension++)
        {
            if (Extents[dimension] != (uint)extents[dimension])
            {
                return false;
            }
        }

        return true;
    }
}
