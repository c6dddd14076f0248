using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>
/// Tiles of a matrix product: result[row, column] = start + Σ left[row, step] · right[step, column] for a few rows and vectors of
/// columns, whose sums stay in registers. Written once for every width and every number of vectors: emitted code inlines them with
/// its constants.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// All numbers but the steps and the parts are constants where a tile is called, so that loops that turn once and tails that are
/// not there leave no instruction. Nothing is checked.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Tiles
{
    /// <summary>So many rows of a product.</summary>
    /// <typeparam name="TGroup">The columns.</typeparam>
    /// <typeparam name="TUse">What the sums start from and end as.</typeparam>
    /// <param name="left">The first left factor: a float of each row and step.</param>
    /// <param name="leftRow">Floats between its rows.</param>
    /// <param name="leftStep">Floats between its steps.</param>
    /// <param name="right">The first right factors: vectors of each step.</param>
    /// <param name="rightStep">Floats between its steps.</param>
    /// <param name="other">The third operand, as the use says.</param>
    /// <param name="result">Where the first row of results goes.</param>
    /// <param name="resultRow">Floats between its rows.</param>
    /// <param name="steps">The terms of a sum, or of a part of it.</param>
    /// <param name="rightTail">The floats of the last vector of right factors, 0 for all.</param>
    /// <param name="resultTail">The floats of the last vector of results, 0 for all.</param>
    /// <param name="parts">The parts of a sum, or of a block of it.</param>
    /// <param name="leftPart">Floats from the end of a part to the next one, on the left.</param>
    /// <param name="rightPart">Floats from the end of a part to the next one, on the right.</param>
    /// <param name="blocks">The blocks of a sum.</param>
    /// <param name="leftBlock">Floats from the end of a block to the next one, on the left.</param>
    /// <param name="rightBlock">Floats from the end of a block to the next one, on the right.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows8<TGroup, TUse>(
        ref float left, int leftRow, int leftStep, ref float right, int rightStep, ref float other, ref float result, int resultRow, int steps,
        int rightTail = 0, int resultTail = 0, int parts = 1, int leftPart = 0, int rightPart = 0, int blocks = 1, int leftBlock = 0, int rightBlock = 0)
        where TGroup : struct, IVectorGroup<TGroup>
        where TUse : struct, ITileUse
    {
        TGroup sum0 = TUse.Start<TGroup>(ref other, ref result, 0, 0, resultTail);
        TGroup sum1 = TUse.Start<TGroup>(ref other, ref result, 1, resultRow, resultTail);
        TGroup sum2 = TUse.Start<TGroup>(ref other, ref result, 2, 2 * resultRow, resultTail);
        TGroup sum3 = TUse.Start<TGroup>(ref other, ref result, 3, 3 * resultRow, resultTail);
        TGroup sum4 = TUse.Start<TGroup>(ref other, ref result, 4, 4 * resultRow, resultTail);
        TGroup sum5 = TUse.Start<TGroup>(ref other, ref result, 5, 5 * resultRow, resultTail);
        TGroup sum6 = TUse.Start<TGroup>(ref other, ref result, 6, 6 * resultRow, resultTail);
        TGroup sum7 = TUse.Start<TGroup>(ref other, ref result, 7, 7 * resultRow, resultTail);
        int block = blocks;
        do
        {
            int part = parts;
            do
            {
                for (int step = 0; step < steps; step++)
                {
                    TGroup columns = TGroup.Load(ref right, 0, rightTail);
                    TGroup.AddProduct(ref sum0, columns, ref left, 0);
                    TGroup.AddProduct(ref sum1, columns, ref left, leftRow);
                    TGroup.AddProduct(ref sum2, columns, ref left, 2 * leftRow);
                    TGroup.AddProduct(ref sum3, columns, ref left, 3 * leftRow);
                    TGroup.AddProduct(ref sum4, columns, ref left, 4 * leftRow);
                    TGroup.AddProduct(ref sum5, columns, ref left, 5 * leftRow);
                    TGroup.AddProduct(ref sum6, columns, ref left, 6 * leftRow);
                    TGroup.AddProduct(ref sum7, columns, ref left, 7 * leftRow);
                    left = ref Unsafe.Add(ref left, leftStep);
                    right = ref Unsafe.Add(ref right, rightStep);
                }

                if (parts == 1)
                {
                    break;
                }

                left = ref Unsafe.Add(ref left, leftPart);
                right = ref Unsafe.Add(ref right, rightPart);
            }
            while (--part > 0);

            if (blocks == 1)
            {
                break;
            }

            left = ref Unsafe.Add(ref left, leftBlock);
            right = ref Unsafe.Add(ref right, rightBlock);
        }
        while (--block > 0);

        TGroup.Store(TUse.Finish(sum0, ref other, 0), ref result, 0, resultTail);
        TGroup.Store(TUse.Finish(sum1, ref other, resultRow), ref result, resultRow, resultTail);
        TGroup.Store(TUse.Finish(sum2, ref other, 2 * resultRow), ref result, 2 * resultRow, resultTail);
        TGroup.Store(TUse.Finish(sum3, ref other, 3 * resultRow), ref result, 3 * resultRow, resultTail);
        TGroup.Store(TUse.Finish(sum4, ref other, 4 * resultRow), ref result, 4 * resultRow, resultTail);
        TGroup.Store(TUse.Finish(sum5, ref other, 5 * resultRow), ref result, 5 * resultRow, resultTail);
        TGroup.Store(TUse.Finish(sum6, ref other, 6 * resultRow), ref result, 6 * resultRow, resultTail);
        TGroup.Store(TUse.Finish(sum7, ref other, 7 * resultRow), ref result, 7 * resultRow, resultTail);
    }
}
