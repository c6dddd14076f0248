using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.Numerics;

// A vector of samples between rows in memory and a vector for each column, four columns at a time: each of four vectors
// takes the next rows, four floats of each, and the groups of four lanes are transposed against each other, in six
// shuffles without one across groups. So samples stand in the lanes in an order of their own, the same for every column:
// with g groups, row g · i + l is lane i of group l. What is stored comes back in the order of the rows.
public static partial class VectorLanes
{
    /// <summary>Reads 4 rows of up to four columns; not a float beyond them.</summary>
    /// <param name="source">The first row's first column.</param>
    /// <param name="stride">Floats from row to row; a constant.</param>
    /// <param name="count">The number of columns, 1 to 4; a constant.</param>
    /// <param name="column0">The first column.</param>
    /// <param name="column1">The second column.</param>
    /// <param name="column2">The third column.</param>
    /// <param name="column3">The fourth column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(
        ref readonly float source,
        int stride,
        int count,
        out Vector128<float> column0,
        out Vector128<float> column1,
        out Vector128<float> column2,
        out Vector128<float> column3)
    {
        ref float rows = ref Unsafe.AsRef(in source);
        Vector128<float> rows0 = LoadRows128(ref rows, stride, count);
        Vector128<float> rows1 = LoadRows128(ref Unsafe.Add(ref rows, 1 * stride), stride, count);
        Vector128<float> rows2 = LoadRows128(ref Unsafe.Add(ref rows, 2 * stride), stride, count);
        Vector128<float> rows3 = LoadRows128(ref Unsafe.Add(ref rows, 3 * stride), stride, count);
        Transpose(rows0, rows1, rows2, rows3, out column0, out column1, out column2, out column3);
    }

    /// <summary>Writes 4 rows of up to four columns; not a float beyond them.</summary>
    /// <param name="destination">The first row's first column.</param>
    /// <param name="stride">Floats from row to row; a constant.</param>
    /// <param name="count">The number of columns, 1 to 4; a constant.</param>
    /// <param name="column0">The first column.</param>
    /// <param name="column1">The second column; anything where there are fewer.</param>
    /// <param name="column2">The third column.</param>
    /// <param name="column3">The fourth column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(
        ref float destination,
        int stride,
        int count,
        Vector128<float> column0,
        Vector128<float> column1,
        Vector128<float> column2,
        Vector128<float> column3)
    {
        Transpose(column0, column1, column2, column3, out Vector128<float> rows0, out Vector128<float> rows1, out Vector128<float> rows2, out Vector128<float> rows3);
        StoreRows(rows0, ref destination, stride, count);
        StoreRows(rows1, ref Unsafe.Add(ref destination, 1 * stride), stride, count);
        StoreRows(rows2, ref Unsafe.Add(ref destination, 2 * stride), stride, count);
        StoreRows(rows3, ref Unsafe.Add(ref destination, 3 * stride), stride, count);
    }

    /// <inheritdoc cref="LoadColumns(ref readonly float, int, int, out Vector128{float}, out Vector128{float}, out Vector128{float}, out Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(
        ref readonly float source,
        int stride,
        int count,
        out Vector256<float> column0,
        out Vector256<float> column1,
        out Vector256<float> column2,
        out Vector256<float> column3)
    {
        ref float rows = ref Unsafe.AsRef(in source);
        Vector256<float> rows0 = LoadRows256(ref rows, stride, count);
        Vector256<float> rows1 = LoadRows256(ref Unsafe.Add(ref rows, 2 * stride), stride, count);
        Vector256<float> rows2 = LoadRows256(ref Unsafe.Add(ref rows, 4 * stride), stride, count);
        Vector256<float> rows3 = LoadRows256(ref Unsafe.Add(ref rows, 6 * stride), stride, count);
        Transpose(rows0, rows1, rows2, rows3, out column0, out column1, out column2, out column3);
    }

    /// <inheritdoc cref="StoreColumns(ref float, int, int, Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(
        ref float destination,
        int stride,
        int count,
        Vector256<float> column0,
        Vector256<float> column1,
        Vector256<float> column2,
        Vector256<float> column3)
    {
        Transpose(column0, column1, column2, column3, out Vector256<float> rows0, out Vector256<float> rows1, out Vector256<float> rows2, out Vector256<float> rows3);
        StoreRows(rows0, ref destination, stride, count);
        StoreRows(rows1, ref Unsafe.Add(ref destination, 2 * stride), stride, count);
        StoreRows(rows2, ref Unsafe.Add(ref destination, 4 * stride), stride, count);
        StoreRows(rows3, ref Unsafe.Add(ref destination, 6 * stride), stride, count);
    }

    /// <inheritdoc cref="LoadColumns(ref readonly float, int, int, out Vector128{float}, out Vector128{float}, out Vector128{float}, out Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(
        ref readonly float source,
        int stride,
        int count,
        out Vector512<float> column0,
        out Vector512<float> column1,
        out Vector512<float> column2,
        out Vector512<float> column3)
    {
        ref float rows = ref Unsafe.AsRef(in source);
        Vector512<float> rows0 = LoadRows512(ref rows, stride, count);
        Vector512<float> rows1 = LoadRows512(ref Unsafe.Add(ref rows, 4 * stride), stride, count);
        Vector512<float> rows2 = LoadRows512(ref Unsafe.Add(ref rows, 8 * stride), stride, count);
        Vector512<float> rows3 = LoadRows512(ref Unsafe.Add(ref rows, 12 * stride), stride, count);
        Transpose(rows0, rows1, rows2, rows3, out column0, out column1, out column2, out column3);
    }

    /// <inheritdoc cref="StoreColumns(ref float, int, int, Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(
        ref float destination,
        int stride,
        int count,
        Vector512<float> column0,
        Vector512<float> column1,
        Vector512<float> column2,
        Vector512<float> column3)
    {
        Transpose(column0, column1, column2, column3, out Vector512<float> rows0, out Vector512<float> rows1, out Vector512<float> rows2, out Vector512<float> rows3);
        StoreRows(rows0, ref destination, stride, count);
        StoreRows(rows1, ref Unsafe.Add(ref destination, 4 * stride), stride, count);
        StoreRows(rows2, ref Unsafe.Add(ref destination, 8 * stride), stride, count);
        StoreRows(rows3, ref Unsafe.Add(ref destination, 12 * stride), stride, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(
        Vector128<float> a0,
        Vector128<float> a1,
        Vector128<float> a2,
        Vector128<float> a3,
        out Vector128<float> b0,
        out Vector128<float> b1,
        out Vector128<float> b2,
        out Vector128<float> b3)
    {
        Vector128<float> low02 = InterleaveLow(a0, a2);
        Vector128<float> high02 = InterleaveHigh(a0, a2);
        Vector128<float> low13 = InterleaveLow(a1, a3);
        Vector128<float> high13 = InterleaveHigh(a1, a3);
        b0 = InterleaveLow(low02, low13);
        b1 = InterleaveHigh(low02, low13);
        b2 = InterleaveLow(high02, high13);
        b3 = InterleaveHigh(high02, high13);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        Vector256<float> a0,
        Vector256<float> a1,
        Vector256<float> a2,
        Vector256<float> a3,
        out Vector256<float> b0,
        out Vector256<float> b1,
        out Vector256<float> b2,
        out Vector256<float> b3)
    {
        Vector256<float> low02 = InterleaveLow(a0, a2);
        Vector256<float> high02 = InterleaveHigh(a0, a2);
        Vector256<float> low13 = InterleaveLow(a1, a3);
        Vector256<float> high13 = InterleaveHigh(a1, a3);
        b0 = InterleaveLow(low02, low13);
        b1 = InterleaveHigh(low02, low13);
        b2 = InterleaveLow(high02, high13);
        b3 = InterleaveHigh(high02, high13);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        Vector512<float> a0,
        Vector512<float> a1,
        Vector512<float> a2,
        Vector512<float> a3,
        out Vector512<float> b0,
        out Vector512<float> b1,
        out Vector512<float> b2,
        out Vector512<float> b3)
    {
        Vector512<float> low02 = InterleaveLow(a0, a2);
        Vector512<float> high02 = InterleaveHigh(a0, a2);
        Vector512<float> low13 = InterleaveLow(a1, a3);
        Vector512<float> high13 = InterleaveHigh(a1, a3);
        b0 = InterleaveLow(low02, low13);
        b1 = InterleaveHigh(low02, low13);
        b2 = InterleaveLow(high02, high13);
        b3 = InterleaveHigh(high02, high13);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LoadRows128(ref float source, int stride, int count)
    {
        _ = stride;
        return LoadFirst128(ref source, count);
    }

    // Rows without a gap are read together and spread out; others one by one.
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
    private static void StoreRows(Vector128<float> rows, ref float destination, int stride, int count)
    {
        _ = stride;
        rows.StoreFirst(ref destination, count);
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
