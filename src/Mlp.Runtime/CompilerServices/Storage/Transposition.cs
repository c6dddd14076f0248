using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>Copies a matrix so that its rows become columns, four rows of four in registers at a time.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Transposition
{
    private const int Block = 4;

    /// <summary>destination[column, row] = source[row, column]. Nothing outside the two matrices is read or written.</summary>
    /// <param name="source">The first element of the matrix.</param>
    /// <param name="sourceStride">Floats between its rows.</param>
    /// <param name="destination">The first element of the copy.</param>
    /// <param name="destinationStride">Floats between the copy's rows, <paramref name="rows"/> or more.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ref float source, int sourceStride, ref float destination, int destinationStride, int rows, int columns)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            CopyElements(ref source, sourceStride, ref destination, destinationStride, rows, columns);
            return;
        }

        int blockRows = rows - (rows % Block);
        int blockColumns = columns - (columns % Block);
        for (int column = 0; column < blockColumns; column += Block)
        {
            ref float from = ref Unsafe.Add(ref source, column);
            ref float to = ref Unsafe.Add(ref destination, column * destinationStride);
            for (int row = 0; row < blockRows; row += Block)
            {
                CopyBlock(ref from, sourceStride, ref to, destinationStride);
                from = ref Unsafe.Add(ref from, Block * sourceStride);
                to = ref Unsafe.Add(ref to, Block);
            }

            if (blockRows < rows)
            {
                CopyPart(ref from, sourceStride, ref to, destinationStride, rows - blockRows, Block);
            }
        }

        if (blockColumns < columns)
        {
            ref float from = ref Unsafe.Add(ref source, blockColumns);
            ref float to = ref Unsafe.Add(ref destination, blockColumns * destinationStride);
            for (int row = 0; row < rows; row += Block)
            {
                CopyPart(ref from, sourceStride, ref to, destinationStride, int.Min(Block, rows - row), columns - blockColumns);
                from = ref Unsafe.Add(ref from, Block * sourceStride);
                to = ref Unsafe.Add(ref to, Block);
            }
        }
    }

    /// <summary>The same of a matrix that stands in panels of its columns: a panel has all rows behind one another, each its columns side by side.</summary>
    /// <param name="source">The first element of the matrix.</param>
    /// <param name="panel">The columns of a panel.</param>
    /// <param name="destination">The first element of the copy.</param>
    /// <param name="destinationStride">Floats between the copy's rows, <paramref name="destinationColumns"/> or more.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source, whole panels.</param>
    /// <param name="destinationColumns">The columns of a panel of the copy: a part of all that leaves nothing over, or all.</param>
    public static void CopyPanels(
        ref float source, int panel, ref float destination, int destinationStride, int rows, int columns, int destinationColumns)
    {
        for (int row = 0; row < rows; row += destinationColumns)
        {
            ref float copy = ref Unsafe.Add(ref destination, row * columns);
            for (int column = 0; column < columns; column += panel)
            {
                ref float part = ref Unsafe.Add(ref source, (column * rows) + (row * panel));
                Copy(ref part, panel, ref Unsafe.Add(ref copy, column * destinationStride), destinationStride, destinationColumns, panel);
            }
        }
    }

    private static void CopyElements(ref float source, int sourceStride, ref float destination, int destinationStride, int rows, int columns)
    {
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                Unsafe.Add(ref destination, (column * destinationStride) + row) = Unsafe.Add(ref source, (row * sourceStride) + column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(ref float source, int sourceStride, ref float destination, int destinationStride)
    {
        VectorLanes.Transpose(
            Vector128.LoadUnsafe(ref source),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride)),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride)),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride)),
            out Vector128<float> column0,
            out Vector128<float> column1,
            out Vector128<float> column2,
            out Vector128<float> column3);
        column0.StoreUnsafe(ref destination);
        column1.StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        column2.StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
        column3.StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
    }

    /// <summary>A block at the edge: up to four rows of up to four columns, and not a float more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPart(ref float source, int sourceStride, ref float destination, int destinationStride, int rows, int columns)
    {
        VectorLanes.Transpose(
            VectorLanes.LoadFirst128(ref source, columns),
            rows > 1 ? VectorLanes.LoadFirst128(ref Unsafe.Add(ref source, sourceStride), columns) : Vector128<float>.Zero,
            rows > 2 ? VectorLanes.LoadFirst128(ref Unsafe.Add(ref source, 2 * sourceStride), columns) : Vector128<float>.Zero,
            rows > 3 ? VectorLanes.LoadFirst128(ref Unsafe.Add(ref source, 3 * sourceStride), columns) : Vector128<float>.Zero,
            out Vector128<float> column0,
            out Vector128<float> column1,
            out Vector128<float> column2,
            out Vector128<float> column3);
        VectorLanes.StoreFirst(column0, ref destination, rows);
        if (columns > 1)
        {
            VectorLanes.StoreFirst(column1, ref Unsafe.Add(ref destination, destinationStride), rows);
        }

        if (columns > 2)
        {
            VectorLanes.StoreFirst(column2, ref Unsafe.Add(ref destination, 2 * destinationStride), rows);
        }

        if (columns > 3)
        {
            VectorLanes.StoreFirst(column3, ref Unsafe.Add(ref destination, 3 * destinationStride), rows);
        }
    }
}
