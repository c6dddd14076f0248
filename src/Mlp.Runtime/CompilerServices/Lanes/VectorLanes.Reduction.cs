using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Mlp.CompilerServices;

// One order of summation, whatever sums: within each 128-bit lane (x0 + x2) + (x1 + x3), then the lanes, the upper half
// onto the lower until one is left. Four vectors summed together go through the same tree, transposed on the way: six
// shuffles inside the 128-bit lanes bring the four sums side by side, and only then are the lanes folded.
public static partial class VectorLanes
{
    /// <summary>The largest lane. Where a lane is NaN, the result is NaN or the largest of some of the others.</summary>
    /// <param name="vector">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector128<float> vector)
    {
        vector = Vector128.MaxNative(vector, Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1)));
        vector = Vector128.MaxNative(vector, Vector128.Shuffle(vector, Vector128.Create(1, 0, 3, 2)));
        return vector.ToScalar();
    }

    /// <inheritdoc cref="Max(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector256<float> vector) => Max(Vector128.MaxNative(vector.GetLower(), vector.GetUpper()));

    /// <inheritdoc cref="Max(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> vector) => Max(Vector256.MaxNative(vector.GetLower(), vector.GetUpper()));

    /// <summary>The sum of the lanes, always as (x0 + x2) + (x1 + x3).</summary>
    /// <param name="vector">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> vector)
    {
        vector += Vector128.Shuffle(vector, Vector128.Create(2, 3, 0, 1));
        return vector.ToScalar() + vector.GetElement(1);
    }

    /// <summary>The sum of the lanes: each 128-bit lane as for four floats, then both.</summary>
    /// <param name="vector">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> vector)
    {
        vector += Vector256.Shuffle(vector, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5));
        vector += Vector256.Shuffle(vector, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6));
        return vector.ToScalar() + vector.GetUpper().ToScalar();
    }

    /// <summary>The sum of the lanes: each 128-bit lane l as for four floats, then (l0 + l2) + (l1 + l3).</summary>
    /// <param name="vector">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> vector)
    {
        vector += Vector512.Shuffle(vector, Vector512.Create(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
        vector += Vector512.Shuffle(vector, Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
        Vector256<float> half = vector.GetLower() + vector.GetUpper();
        return half.ToScalar() + half.GetUpper().ToScalar();
    }

    /// <summary>The sums of four vectors side by side, each to the last bit what <see cref="Sum(Vector128{float})"/> gives.</summary>
    /// <param name="a">The lanes of the first sum.</param>
    /// <param name="b">The lanes of the second sum.</param>
    /// <param name="c">The lanes of the third sum.</param>
    /// <param name="d">The lanes of the fourth sum.</param>
    /// <returns>The four sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumTogether(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        Vector128<float> ab = InterleaveLow(a, b) + InterleaveHigh(a, b);
        Vector128<float> cd = InterleaveLow(c, d) + InterleaveHigh(c, d);
        return Sse.IsSupported
            ? Sse.Shuffle(ab, cd, 0x44) + Sse.Shuffle(ab, cd, 0xEE)
            : Vector128.Create(ab.GetLower(), cd.GetLower()) + Vector128.Create(ab.GetUpper(), cd.GetUpper());
    }

    /// <summary>The sums of four vectors side by side, each to the last bit what <see cref="Sum(Vector256{float})"/> gives.</summary>
    /// <inheritdoc cref="SumTogether(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumTogether(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        if (Avx.IsSupported)
        {
            Vector256<float> ab = InterleaveLow(a, b) + InterleaveHigh(a, b);
            Vector256<float> cd = InterleaveLow(c, d) + InterleaveHigh(c, d);
            Vector256<float> sums = Avx.Shuffle(ab, cd, 0x44) + Avx.Shuffle(ab, cd, 0xEE);
            return sums.GetLower() + sums.GetUpper();
        }

        return SumTogether(a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower())
            + SumTogether(a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper());
    }

    /// <summary>The sums of four vectors side by side, each to the last bit what <see cref="Sum(Vector512{float})"/> gives.</summary>
    /// <inheritdoc cref="SumTogether(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SumTogether(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> ab = InterleaveLow(a, b) + InterleaveHigh(a, b);
            Vector512<float> cd = InterleaveLow(c, d) + InterleaveHigh(c, d);
            Vector512<float> sums = Avx512F.Shuffle(ab, cd, 0x44) + Avx512F.Shuffle(ab, cd, 0xEE);
            Vector256<float> half = sums.GetLower() + sums.GetUpper();
            return half.GetLower() + half.GetUpper();
        }

        // In the order of the tree: lanes 0 and 2, lanes 1 and 3, then both.
        Vector128<float> even = SumTogether(a.GetLower().GetLower(), b.GetLower().GetLower(), c.GetLower().GetLower(), d.GetLower().GetLower())
            + SumTogether(a.GetUpper().GetLower(), b.GetUpper().GetLower(), c.GetUpper().GetLower(), d.GetUpper().GetLower());
        Vector128<float> odd = SumTogether(a.GetLower().GetUpper(), b.GetLower().GetUpper(), c.GetLower().GetUpper(), d.GetLower().GetUpper())
            + SumTogether(a.GetUpper().GetUpper(), b.GetUpper().GetUpper(), c.GetUpper().GetUpper(), d.GetUpper().GetUpper());
        return even + odd;
    }
}
