using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

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
        Vector128<float> rows0 = LoadFirst128(ref rows, count);
        Vector128<float> rows1 = LoadFirst128(ref Unsafe.Add(ref rows, stride), count);
        Vector128<float> rows2 = LoadFirst128(ref Unsafe.Add(ref rows, 2 * stride), count);
        Vector128<float> rows3 = LoadFirst128(ref Unsafe.Add(ref rows, 3 * stride), count);
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
        rows0.StoreFirst(ref destination, count);
        rows1.StoreFirst(ref Unsafe.Add(ref destination, stride), count);
        rows2.StoreFirst(ref Unsafe.Add(ref destination, 2 * stride), count);
        rows3.StoreFirst(ref Unsafe.Add(ref destination, 3 * stride), count);
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
}
