using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <content>Five rows.</content>
public static partial class Tiles
{
    /// <inheritdoc cref="Rows8{TGroup, TUse}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows5<TGroup, TUse>(
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
    }
}
