using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <content>Three rows and fewer.</content>
public static partial class PlaneDots
{
    /// <inheritdoc cref="Rows5{TVector, TWords}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows3<TVector, TWords>(
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
                }
            }

            left = ref Unsafe.Add(ref left, leftLine);
            right = ref Unsafe.Add(ref right, rightLine);
        }

        LaneDots.AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum1a, sum1b, sum1c, sum1d), ref Unsafe.Add(ref result, resultRow), neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum2a, sum2b, sum2c, sum2d), ref Unsafe.Add(ref result, 2 * resultRow), neighbours);
    }

    /// <inheritdoc cref="Rows5{TVector, TWords}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows2<TVector, TWords>(
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
                }
            }

            left = ref Unsafe.Add(ref left, leftLine);
            right = ref Unsafe.Add(ref right, rightLine);
        }

        LaneDots.AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
        LaneDots.AddTogether(TWords.SumTogether(sum1a, sum1b, sum1c, sum1d), ref Unsafe.Add(ref result, resultRow), neighbours);
    }

    /// <inheritdoc cref="Rows5{TVector, TWords}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows1<TVector, TWords>(
        ref float left, int leftRow, ref float right, int rightRow, ref float result, int resultRow, int neighbours,
        int lines, int leftLine, int rightLine, int turns, int leftTurn, int rightTurn, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        TVector sum0a = default;
        TVector sum0b = default;
        TVector sum0c = default;
        TVector sum0d = default;
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
                }
            }

            left = ref Unsafe.Add(ref left, leftLine);
            right = ref Unsafe.Add(ref right, rightLine);
        }

        LaneDots.AddTogether(TWords.SumTogether(sum0a, sum0b, sum0c, sum0d), ref result, neighbours);
    }
}
