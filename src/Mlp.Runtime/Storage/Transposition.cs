using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.Storage;

/// <summary>Copies a matrix so that its rows become columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Transposition
{
    private const int Block = 4;

    /// <summary>destination[column, row] = source[row, column].</summary>
    /// <param name="source">The first element of the matrix.</param>
    /// <param name="sourceStride">Floats between its rows.</param>
    /// <param name="destination">The first element of the copy.</param>
    /// <param name="destinationStride">Floats between the copy's rows, <paramref name="rows"/> or more.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ref float source, int sourceStride, ref float destination, int destinationStride, int rows, int columns)
    {
        int blockRows = Vector128.IsHardwareAccelerated ? rows - (rows % Block) : 0;
        int blockColumns = columns - (columns % Block);
        for (int row = 0; row < blockRows; row += Block)
        {
            for (int column = 0; column < blockColumns; column += Block)
            {
                CopyBlock(
                    ref Unsafe.Add(ref source, (row * sourceStride) + column),
                    sourceStride,
                    ref Unsafe.Add(ref destination, (column * destinationStride) + row),
                    destinationStride);
            }

            CopyElements(ref source, sourceStride, ref destination, destinationStride, (row, row + Block), (blockColumns, columns));
        }

        CopyElements(ref source, sourceStride, ref destination, destinationStride, (blockRows, rows), (0, columns));
    }

    private static void CopyElements(
        ref float source,
        int sourceStride,
        ref float destination,
        int destinationStride,
        (int First, int End) rows,
        (int First, int End) columns)
    {
        for (int row = rows.First; row < rows.End; row++)
        {
            for (int column = columns.First; column < columns.End; column++)
            {
                Unsafe.Add(ref destination, (column * destinationStride) + row) = Unsafe.Add(ref source, (row * sourceStride) + column);
            }
        }
    }

    /// <summary>Four rows of four in registers: pairs are interleaved twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        Vector128<float> row0 = Vector128.LoadUnsafe(ref source);
        Vector128<float> row1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        Vector128<float> row2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        Vector128<float> row3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        (Vector128<float> low02, Vector128<float> high02) = Interleave(row0, row2);
        (Vector128<float> low13, Vector128<float> high13) = Interleave(row1, row3);
        (Vector128<float> column0, Vector128<float> column1) = Interleave(low02, low13);
        (Vector128<float> column2, Vector128<float> column3) = Interleave(high02, high13);
        column0.StoreUnsafe(ref destination);
        column1.StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        column2.StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
        column3.StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
    }

    /// <summary>a0 b0 a1 b1, and a2 b2 a3 b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Low, Vector128<float> High) Interleave(Vector128<float> a, Vector128<float> b)
    {
        Vector128<float> mixedLow = Vector128.Shuffle(a, Vector128.Create(0, 0, 1, 1));
        Vector128<float> mixedHigh = Vector128.Shuffle(a, Vector128.Create(2, 2, 3, 3));
        Vector128<float> otherLow = Vector128.Shuffle(b, Vector128.Create(0, 0, 1, 1));
        Vector128<float> otherHigh = Vector128.Shuffle(b, Vector128.Create(2, 2, 3, 3));
        Vector128<float> odd = Vector128.Create(0, -1, 0, -1).AsSingle();
        return (Vector128.ConditionalSelect(odd, otherLow, mixedLow), Vector128.ConditionalSelect(odd, otherHigh, mixedHigh));
    }
}
