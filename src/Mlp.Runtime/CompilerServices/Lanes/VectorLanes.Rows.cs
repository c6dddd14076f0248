using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

// As many rows of one to four floats as a vector has groups of four lanes, a row in a group. Rows without a gap between
// them are read and written together, and spread or drawn together in between; others go one by one.
public static partial class VectorLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadRows256(ref float source, int stride, int count)
    {
        if (stride != count)
        {
            return Vector256.Create(LoadFirst128(ref source, count), LoadFirst128(ref Unsafe.Add(ref source, stride), count));
        }

        Vector256<float> rows = LoadFirst256(ref source, 2 * count);
        return count switch
        {
            1 => Vector256.Shuffle(rows, Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1)),
            2 => Vector256.Shuffle(rows, Vector256.Create(0, 1, 0, 1, 2, 3, 2, 3)),
            3 => Vector256.Shuffle(rows, Vector256.Create(0, 1, 2, 2, 3, 4, 5, 5)),
            _ => rows,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LoadRows512(ref float source, int stride, int count)
    {
        if (stride != count)
        {
            return Vector512.Create(LoadRows256(ref source, stride, count), LoadRows256(ref Unsafe.Add(ref source, 2 * stride), stride, count));
        }

        Vector512<float> rows = LoadFirst512(ref source, 4 * count);
        return count switch
        {
            1 => Vector512.Shuffle(rows, Vector512.Create(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)),
            2 => Vector512.Shuffle(rows, Vector512.Create(0, 1, 0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 7, 6, 7)),
            3 => Vector512.Shuffle(rows, Vector512.Create(0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 9, 10, 11, 11)),
            _ => rows,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector256<float> rows, ref float destination, int stride, int count)
    {
        if (stride != count)
        {
            rows.GetLower().StoreFirst(ref destination, count);
            rows.GetUpper().StoreFirst(ref Unsafe.Add(ref destination, stride), count);
            return;
        }

        Vector256<float> together = count switch
        {
            1 => Vector256.Shuffle(rows, Vector256.Create(0, 4, 0, 4, 0, 4, 0, 4)),
            2 => Vector256.Shuffle(rows, Vector256.Create(0, 1, 4, 5, 0, 1, 4, 5)),
            3 => Vector256.Shuffle(rows, Vector256.Create(0, 1, 2, 4, 5, 6, 5, 6)),
            _ => rows,
        };
        together.StoreFirst(ref destination, 2 * count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector512<float> rows, ref float destination, int stride, int count)
    {
        if (stride != count)
        {
            StoreRows(rows.GetLower(), ref destination, stride, count);
            StoreRows(rows.GetUpper(), ref Unsafe.Add(ref destination, 2 * stride), stride, count);
            return;
        }

        Vector512<float> together = count switch
        {
            1 => Vector512.Shuffle(rows, Vector512.Create(0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12)),
            2 => Vector512.Shuffle(rows, Vector512.Create(0, 1, 4, 5, 8, 9, 12, 13, 0, 1, 4, 5, 8, 9, 12, 13)),
            3 => Vector512.Shuffle(rows, Vector512.Create(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 8, 9, 10, 12)),
            _ => rows,
        };
        together.StoreFirst(ref destination, 4 * count);
    }
}
