using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>
/// Tiles of dot products over samples that stand in lanes: result[row, neighbour] += Σ left[row] · right[neighbour]. Neighbours in
/// the result are reduced across lanes together, four or fewer at a time.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Everything but the columns is a constant where it is
/// called, so that neighbours that are not there leave no instruction. Nothing is checked.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneDots
{
    /// <summary>So many rows of sums.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="left">The first of the rows that do not stand side by side in the result.</param>
    /// <param name="right">The first of the neighbours, that do.</param>
    /// <param name="result">The first of the result's floats.</param>
    /// <param name="resultRow">Floats between its rows.</param>
    /// <param name="stride">Floats between the rows of an operand.</param>
    /// <param name="neighbours">The neighbours: 1 to 4.</param>
    /// <param name="columns">The samples, a multiple of the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows4<TVector, TWords>(ref float left, ref float right, ref float result, int resultRow, int stride, int neighbours, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        TVector sum0a = default;
        TVector sum0b = default;
        TVector sum0c = default;
        TVector sum0d = default;
        TVector sum1a = default;
        TVector sum1b = default;
        TVector sum1c = default;
        TVector sum1d = default;
        TVector sum2a = default;
        TVector sum2b = default;
        TVector sum2c = default;
        TVector sum2d = default;
        TVector sum3a = default;
        TVector sum3b = default;
        TVector sum3c = default;
        TVector sum3d = default;
        for (int column = 0; column < columns; column += TWords.Lanes)
        {
            TVector rightA = TWords.Load(ref right, column);
            TVector rightB = neighbours > 1 ? TWords.Load(ref right, stride + column) : default;
            TVector rightC = neighbours > 2 ? TWords.Load(ref right, (2 * stride) + column) : default;
            TVector rightD = neighbours > 3 ? TWords.Load(ref right, (3 * stride) + column) : default;
            TVector left0 = TWords.Load(ref left, column);
            sum0a = TWords.MultiplyAdd(left0, rightA, sum0a);
            sum0b = neighbours > 1 ? TWords.MultiplyAdd(left0, rightB, sum0b) : default;
            sum0c = neighbours > 2 ? TWords.MultiplyAdd(left0, rightC, sum0c) : default;
            sum0d = neighbours > 3 ? TWords.MultiplyAdd(left0, rightD, sum0d) : default;
            TVector left1 = TWords.Load(ref left, stride + column);
            sum1a = TWords.MultiplyAdd(left1, rightA, sum1a);
            sum1b = neighbours > 1 ? TWords.MultiplyAdd(left1, rightB, sum1b) : default;
            sum1c = neighbours > 2 ? TWords.MultiplyAdd(left1, rightC, sum1c) : default;
            sum1d = neighbours > 3 ? TWords.MultiplyAdd(left1, rightD, sum1d) : default;
            TVector left2 = TWords.Load(ref left, (2 * stride) + column);
            sum2a = TWords.MultiplyAdd(left2, rightA, sum2a);
            sum2b = neighbours > 1 ? TWords.MultiplyAdd(left2, rightB, sum2b) : default;
            sum2c = neighbours > 2 ? TWords.MultiplyAdd(left2, rightC, sum2c) : default;
            sum2d = neighbours > 3 ? TWords.MultiplyAdd(left2, rightD, sum2d) : default;
            TVector left3 = TWords.Load(ref left, (3 * stride) + column);
            sum3a = TWords.MultiplyAdd(left3, rightA, sum3a);
            sum3b = neighbours > 1 ? TWords.MultiplyAdd(left3, rightB, sum3b) : default;
            sum3c = neighbours > 2 ? TWords.MultiplyAdd(left3, rightC, sum3c) : default;
            sum3d = neighbours > 3 ? TWords.MultiplyAdd(left3, rightD, sum3d) : default;
        }

        AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
        AddTogether(TWords.SumTogether(sum1a, sum1b, sum1c, sum1d), ref Unsafe.Add(ref result, resultRow), neighbours);
        AddTogether(TWords.SumTogether(sum2a, sum2b, sum2c, sum2d), ref Unsafe.Add(ref result, 2 * resultRow), neighbours);
        AddTogether(TWords.SumTogether(sum3a, sum3b, sum3c, sum3d), ref Unsafe.Add(ref result, 3 * resultRow), neighbours);
    }

    /// <inheritdoc cref="Rows4{TVector, TWords}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows3<TVector, TWords>(ref float left, ref float right, ref float result, int resultRow, int stride, int neighbours, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        TVector sum0a = default;
        TVector sum0b = default;
        TVector sum0c = default;
        TVector sum0d = default;
        TVector sum1a = default;
        TVector sum1b = default;
        TVector sum1c = default;
        TVector sum1d = default;
        TVector sum2a = default;
        TVector sum2b = default;
        TVector sum2c = default;
        TVector sum2d = default;
        for (int column = 0; column < columns; column += TWords.Lanes)
        {
            TVector rightA = TWords.Load(ref right, column);
            TVector rightB = neighbours > 1 ? TWords.Load(ref right, stride + column) : default;
            TVector rightC = neighbours > 2 ? TWords.Load(ref right, (2 * stride) + column) : default;
            TVector rightD = neighbours > 3 ? TWords.Load(ref right, (3 * stride) + column) : default;
            TVector left0 = TWords.Load(ref left, column);
            sum0a = TWords.MultiplyAdd(left0, rightA, sum0a);
            sum0b = neighbours > 1 ? TWords.MultiplyAdd(left0, rightB, sum0b) : default;
            sum0c = neighbours > 2 ? TWords.MultiplyAdd(left0, rightC, sum0c) : default;
            sum0d = neighbours > 3 ? TWords.MultiplyAdd(left0, rightD, sum0d) : default;
            TVector left1 = TWords.Load(ref left, stride + column);
            sum1a = TWords.MultiplyAdd(left1, rightA, sum1a);
            sum1b = neighbours > 1 ? TWords.MultiplyAdd(left1, rightB, sum1b) : default;
            sum1c = neighbours > 2 ? TWords.MultiplyAdd(left1, rightC, sum1c) : default;
            sum1d = neighbours > 3 ? TWords.MultiplyAdd(left1, rightD, sum1d) : default;
            TVector left2 = TWords.Load(ref left, (2 * stride) + column);
            sum2a = TWords.MultiplyAdd(left2, rightA, sum2a);
            sum2b = neighbours > 1 ? TWords.MultiplyAdd(left2, rightB, sum2b) : default;
            sum2c = neighbours > 2 ? TWords.MultiplyAdd(left2, rightC, sum2c) : default;
            sum2d = neighbours > 3 ? TWords.MultiplyAdd(left2, rightD, sum2d) : default;
        }

        AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
        AddTogether(TWords.SumTogether(sum1a, sum1b, sum1c, sum1d), ref Unsafe.Add(ref result, resultRow), neighbours);
        AddTogether(TWords.SumTogether(sum2a, sum2b, sum2c, sum2d), ref Unsafe.Add(ref result, 2 * resultRow), neighbours);
    }

    /// <inheritdoc cref="Rows4{TVector, TWords}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows2<TVector, TWords>(ref float left, ref float right, ref float result, int resultRow, int stride, int neighbours, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        TVector sum0a = default;
        TVector sum0b = default;
        TVector sum0c = default;
        TVector sum0d = default;
        TVector sum1a = default;
        TVector sum1b = default;
        TVector sum1c = default;
        TVector sum1d = default;
        for (int column = 0; column < columns; column += TWords.Lanes)
        {
            TVector rightA = TWords.Load(ref right, column);
            TVector rightB = neighbours > 1 ? TWords.Load(ref right, stride + column) : default;
            TVector rightC = neighbours > 2 ? TWords.Load(ref right, (2 * stride) + column) : default;
            TVector rightD = neighbours > 3 ? TWords.Load(ref right, (3 * stride) + column) : default;
            TVector left0 = TWords.Load(ref left, column);
            sum0a = TWords.MultiplyAdd(left0, rightA, sum0a);
            sum0b = neighbours > 1 ? TWords.MultiplyAdd(left0, rightB, sum0b) : default;
            sum0c = neighbours > 2 ? TWords.MultiplyAdd(left0, rightC, sum0c) : default;
            sum0d = neighbours > 3 ? TWords.MultiplyAdd(left0, rightD, sum0d) : default;
            TVector left1 = TWords.Load(ref left, stride + column);
            sum1a = TWords.MultiplyAdd(left1, rightA, sum1a);
            sum1b = neighbours > 1 ? TWords.MultiplyAdd(left1, rightB, sum1b) : default;
            sum1c = neighbours > 2 ? TWords.MultiplyAdd(left1, rightC, sum1c) : default;
            sum1d = neighbours > 3 ? TWords.MultiplyAdd(left1, rightD, sum1d) : default;
        }

        AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
        AddTogether(TWords.SumTogether(sum1a, sum1b, sum1c, sum1d), ref Unsafe.Add(ref result, resultRow), neighbours);
    }

    /// <inheritdoc cref="Rows4{TVector, TWords}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows1<TVector, TWords>(ref float left, ref float right, ref float result, int resultRow, int stride, int neighbours, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        TVector sum0a = default;
        TVector sum0b = default;
        TVector sum0c = default;
        TVector sum0d = default;
        for (int column = 0; column < columns; column += TWords.Lanes)
        {
            TVector rightA = TWords.Load(ref right, column);
            TVector rightB = neighbours > 1 ? TWords.Load(ref right, stride + column) : default;
            TVector rightC = neighbours > 2 ? TWords.Load(ref right, (2 * stride) + column) : default;
            TVector rightD = neighbours > 3 ? TWords.Load(ref right, (3 * stride) + column) : default;
            TVector left0 = TWords.Load(ref left, column);
            sum0a = TWords.MultiplyAdd(left0, rightA, sum0a);
            sum0b = neighbours > 1 ? TWords.MultiplyAdd(left0, rightB, sum0b) : default;
            sum0c = neighbours > 2 ? TWords.MultiplyAdd(left0, rightC, sum0c) : default;
            sum0d = neighbours > 3 ? TWords.MultiplyAdd(left0, rightD, sum0d) : default;
        }

        AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
    }

    /// <summary>The first of four sums, added onto memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddTogether(Vector128<float> sums, ref float result, int count)
    {
        if (count == Vector128<float>.Count)
        {
            Vectors128.Store(Vectors128.Load(ref result) + sums, ref result);
        }
        else
        {
            VectorLanes.StoreFirst(VectorLanes.LoadFirst128(ref result, count) + sums, ref result, count);
        }
    }
}
