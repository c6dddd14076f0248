using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>
/// Tiles of dot products over the positions and samples of planes: result[row, neighbour] += Σ left[row] · right[neighbour]. Neighbours in the
/// result are reduced across lanes together, four or fewer at a time.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Everything is a constant where it is called, so that neighbours
/// that are not there leave no instruction. Nothing is checked.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PlaneDots
{
    /// <summary>So many rows of sums.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <param name="left">What arrived, at the first position: rows are its taps or channels.</param>
    /// <param name="leftRow">Floats between those.</param>
    /// <param name="right">δ, at the first position: neighbours are its channels.</param>
    /// <param name="rightRow">Floats between those.</param>
    /// <param name="result">The first of the result's floats.</param>
    /// <param name="resultRow">Floats between its rows.</param>
    /// <param name="neighbours">The neighbours: 1 to 4.</param>
    /// <param name="lines">The lines of positions.</param>
    /// <param name="leftLine">Floats between them in what arrived.</param>
    /// <param name="rightLine">Floats between them in δ.</param>
    /// <param name="turns">The positions of a line; 1 where all are one stretch.</param>
    /// <param name="leftTurn">Floats between them in what arrived.</param>
    /// <param name="rightTurn">Floats between them in δ.</param>
    /// <param name="columns">The floats of a stretch, whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows5<TVector, TWords>(
        ref float left, int leftRow, ref float right, int rightRow, ref float result, int resultRow, int neighbours,
        int lines, int leftLine, int rightLine, int turns, int leftTurn, int rightTurn, int columns)
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
        TVector sum4a = default;
        TVector sum4b = default;
        TVector sum4c = default;
        TVector sum4d = default;
        for (int line = 0; line < lines; line++)
        {
            for (int turn = 0; turn < turns; turn++)
            {
                for (int column = 0; column < columns; column += TWords.Lanes)
                {
                    int leftAt = (turn * leftTurn) + column;
                    int rightAt = (turn * rightTurn) + column;
                    TVector right0 = TWords.Load(ref right, rightAt);
                    TVector right1 = neighbours > 1 ? TWords.Load(ref right, rightRow + rightAt) : default;
                    TVector right2 = neighbours > 2 ? TWords.Load(ref right, (2 * rightRow) + rightAt) : default;
                    TVector right3 = neighbours > 3 ? TWords.Load(ref right, (3 * rightRow) + rightAt) : default;
                    TVector left0 = TWords.Load(ref left, leftAt);
                    sum0a = TWords.MultiplyAdd(left0, right0, sum0a);
                    sum0b = neighbours > 1 ? TWords.MultiplyAdd(left0, right1, sum0b) : default;
                    sum0c = neighbours > 2 ? TWords.MultiplyAdd(left0, right2, sum0c) : default;
                    sum0d = neighbours > 3 ? TWords.MultiplyAdd(left0, right3, sum0d) : default;
                    TVector left1 = TWords.Load(ref left, leftRow + leftAt);
                    sum1a = TWords.MultiplyAdd(left1, right0, sum1a);
                    sum1b = neighbours > 1 ? TWords.MultiplyAdd(left1, right1, sum1b) : default;
                    sum1c = neighbours > 2 ? TWords.MultiplyAdd(left1, right2, sum1c) : default;
                    sum1d = neighbours > 3 ? TWords.MultiplyAdd(left1, right3, sum1d) : default;
                    TVector left2 = TWords.Load(ref left, (2 * leftRow) + leftAt);
                    sum2a = TWords.MultiplyAdd(left2, right0, sum2a);
                    sum2b = neighbours > 1 ? TWords.MultiplyAdd(left2, right1, sum2b) : default;
                    sum2c = neighbours > 2 ? TWords.MultiplyAdd(left2, right2, sum2c) : default;
                    sum2d = neighbours > 3 ? TWords.MultiplyAdd(left2, right3, sum2d) : default;
                    TVector left3 = TWords.Load(ref left, (3 * leftRow) + leftAt);
                    sum3a = TWords.MultiplyAdd(left3, right0, sum3a);
                    sum3b = neighbours > 1 ? TWords.MultiplyAdd(left3, right1, sum3b) : default;
                    sum3c = neighbours > 2 ? TWords.MultiplyAdd(left3, right2, sum3c) : default;
                    sum3d = neighbours > 3 ? TWords.MultiplyAdd(left3, right3, sum3d) : default;
                    TVector left4 = TWords.Load(ref left, (4 * leftRow) + leftAt);
                    sum4a = TWords.MultiplyAdd(left4, right0, sum4a);
                    sum4b = neighbours > 1 ? TWords.MultiplyAdd(left4, right1, sum4b) : default;
                    sum4c = neighbours > 2 ? TWords.MultiplyAdd(left4, right2, sum4c) : default;
                    sum4d = neighbours > 3 ? TWords.MultiplyAdd(left4, right3, sum4d) : default;
                }
            }

            left = ref Unsafe.Add(ref left, leftLine);
            right = ref Unsafe.Add(ref right, rightLine);
        }

        LaneDots.AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum1a, sum1b, sum1c, sum1d), ref Unsafe.Add(ref result, resultRow), neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum2a, sum2b, sum2c, sum2d), ref Unsafe.Add(ref result, 2 * resultRow), neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum3a, sum3b, sum3c, sum3d), ref Unsafe.Add(ref result, 3 * resultRow), neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum4a, sum4b, sum4c, sum4d), ref Unsafe.Add(ref result, 4 * resultRow), neighbours);
    }

    /// <inheritdoc cref="Rows5{TVector, TWords}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows4<TVector, TWords>(
        ref float left, int leftRow, ref float right, int rightRow, ref float result, int resultRow, int neighbours,
        int lines, int leftLine, int rightLine, int turns, int leftTurn, int rightTurn, int columns)
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
        for (int line = 0; line < lines; line++)
        {
            for (int turn = 0; turn < turns; turn++)
            {
                for (int column = 0; column < columns; column += TWords.Lanes)
                {
                    int leftAt = (turn * leftTurn) + column;
                    int rightAt = (turn * rightTurn) + column;
                    TVector right0 = TWords.Load(ref right, rightAt);
                    TVector right1 = neighbours > 1 ? TWords.Load(ref right, rightRow + rightAt) : default;
                    TVector right2 = neighbours > 2 ? TWords.Load(ref right, (2 * rightRow) + rightAt) : default;
                    TVector right3 = neighbours > 3 ? TWords.Load(ref right, (3 * rightRow) + rightAt) : default;
                    TVector left0 = TWords.Load(ref left, leftAt);
                    sum0a = TWords.MultiplyAdd(left0, right0, sum0a);
                    sum0b = neighbours > 1 ? TWords.MultiplyAdd(left0, right1, sum0b) : default;
                    sum0c = neighbours > 2 ? TWords.MultiplyAdd(left0, right2, sum0c) : default;
                    sum0d = neighbours > 3 ? TWords.MultiplyAdd(left0, right3, sum0d) : default;
                    TVector left1 = TWords.Load(ref left, leftRow + leftAt);
                    sum1a = TWords.MultiplyAdd(left1, right0, sum1a);
                    sum1b = neighbours > 1 ? TWords.MultiplyAdd(left1, right1, sum1b) : default;
                    sum1c = neighbours > 2 ? TWords.MultiplyAdd(left1, right2, sum1c) : default;
                    sum1d = neighbours > 3 ? TWords.MultiplyAdd(left1, right3, sum1d) : default;
                    TVector left2 = TWords.Load(ref left, (2 * leftRow) + leftAt);
                    sum2a = TWords.MultiplyAdd(left2, right0, sum2a);
                    sum2b = neighbours > 1 ? TWords.MultiplyAdd(left2, right1, sum2b) : default;
                    sum2c = neighbours > 2 ? TWords.MultiplyAdd(left2, right2, sum2c) : default;
                    sum2d = neighbours > 3 ? TWords.MultiplyAdd(left2, right3, sum2d) : default;
                    TVector left3 = TWords.Load(ref left, (3 * leftRow) + leftAt);
                    sum3a = TWords.MultiplyAdd(left3, right0, sum3a);
                    sum3b = neighbours > 1 ? TWords.MultiplyAdd(left3, right1, sum3b) : default;
                    sum3c = neighbours > 2 ? TWords.MultiplyAdd(left3, right2, sum3c) : default;
                    sum3d = neighbours > 3 ? TWords.MultiplyAdd(left3, right3, sum3d) : default;
                }
            }

            left = ref Unsafe.Add(ref left, leftLine);
            right = ref Unsafe.Add(ref right, rightLine);
        }

        LaneDots.AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum1a, sum1b, sum1c, sum1d), ref Unsafe.Add(ref result, resultRow), neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum2a, sum2b, sum2c, sum2d), ref Unsafe.Add(ref result, 2 * resultRow), neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum3a, sum3b, sum3c, sum3d), ref Unsafe.Add(ref result, 3 * resultRow), neighbours);
    }
}
