using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Mlp.CompilerServices;

// A value is broadcast from a register in two steps, neither of which touches memory: four lanes are repeated in every
// group of four, then one of the four is spread over each group. The first step serves four values.
public static partial class VectorLanes
{
    /// <summary>The four lanes of one group, in every group of four.</summary>
    /// <param name="vector">The lanes.</param>
    /// <param name="group">0 or 1; a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> RepeatFour(Vector256<float> vector, int group)
    {
        Vector128<float> four = group == 0 ? vector.GetLower() : vector.GetUpper();
        return Vector256.Create(four, four);
    }

    /// <summary>The four lanes of one group, in every group of four.</summary>
    /// <param name="vector">The lanes.</param>
    /// <param name="group">0 to 3; a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> RepeatFour(Vector512<float> vector, int group)
    {
        if (Avx512F.IsSupported)
        {
            return group switch
            {
                0 => Avx512F.Shuffle4x128(vector, vector, 0x00),
                1 => Avx512F.Shuffle4x128(vector, vector, 0x55),
                2 => Avx512F.Shuffle4x128(vector, vector, 0xAA),
                _ => Avx512F.Shuffle4x128(vector, vector, 0xFF),
            };
        }

        Vector256<float> half = RepeatFour(group < 2 ? vector.GetLower() : vector.GetUpper(), group & 1);
        return Vector512.Create(half, half);
    }

    /// <summary>One lane of each group of four, in all four.</summary>
    /// <param name="vector">The lanes.</param>
    /// <param name="lane">0 to 3; a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Spread(Vector128<float> vector, int lane) => lane switch
    {
        0 => Vector128.Shuffle(vector, Vector128.Create(0)),
        1 => Vector128.Shuffle(vector, Vector128.Create(1)),
        2 => Vector128.Shuffle(vector, Vector128.Create(2)),
        _ => Vector128.Shuffle(vector, Vector128.Create(3)),
    };

    /// <inheritdoc cref="Spread(Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Spread(Vector256<float> vector, int lane) => lane switch
    {
        0 => Vector256.Shuffle(vector, Vector256.Create(0, 0, 0, 0, 4, 4, 4, 4)),
        1 => Vector256.Shuffle(vector, Vector256.Create(1, 1, 1, 1, 5, 5, 5, 5)),
        2 => Vector256.Shuffle(vector, Vector256.Create(2, 2, 2, 2, 6, 6, 6, 6)),
        _ => Vector256.Shuffle(vector, Vector256.Create(3, 3, 3, 3, 7, 7, 7, 7)),
    };

    /// <inheritdoc cref="Spread(Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Spread(Vector512<float> vector, int lane) => lane switch
    {
        0 => Vector512.Shuffle(vector, Vector512.Create(0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12)),
        1 => Vector512.Shuffle(vector, Vector512.Create(1, 1, 1, 1, 5, 5, 5, 5, 9, 9, 9, 9, 13, 13, 13, 13)),
        2 => Vector512.Shuffle(vector, Vector512.Create(2, 2, 2, 2, 6, 6, 6, 6, 10, 10, 10, 10, 14, 14, 14, 14)),
        _ => Vector512.Shuffle(vector, Vector512.Create(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15)),
    };
}
