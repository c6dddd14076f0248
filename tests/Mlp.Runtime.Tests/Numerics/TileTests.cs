using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>
/// Tiles of every number of rows, vectors and lanes against sums in double: whole and with tails, with one, two and three loops over
/// the terms, and nothing written beside the results.
/// </summary>
public sealed class TileTests
{
    private const int Room = 4096;

    private delegate void Tile(
        ref float left, int leftRow, int leftStep, ref float right, int rightStep, ref float other, ref float result, int resultRow, int steps,
        int rightTail, int resultTail, int parts, int leftPart, int rightPart, int blocks, int leftBlock, int rightBlock);

    public static TheoryData<int, int> Widths
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (int lanes in new[] { 4, 8, 16 })
            {
                for (int vectors = 1; vectors <= 4; vectors++)
                {
                    data.Add(lanes, vectors);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Sums_start_and_end_as_their_use_says(int lanes, int vectors)
    {
        for (int rows = 1; rows <= 8; rows++)
        {
            Check<Forward<Relu>>(rows, vectors, lanes, (_, column, sum, other, _) => Math.Max(0, other[column] + sum));
            Check<Forward<LeakyRelu>>(rows, vectors, lanes, (_, column, sum, other, _) => other[column] + sum > 0 ? other[column] + sum : 0.01 * (other[column] + sum));
            Check<ForwardLanes<Itself>>(rows, vectors, lanes, (row, _, sum, other, _) => other[row] + sum);
            Check<PlainError>(rows, vectors, lanes, (_, _, sum, _, _) => sum);
            Check<Update>(rows, vectors, lanes, (_, _, sum, _, before) => before + sum);
            CheckSlope<Itself>(rows, vectors, lanes, slope => slope);
            CheckSlope<ReluSlope>(rows, vectors, lanes, output => output > 0 ? 1 : 0);
            CheckSlope<LeakyReluSlope>(rows, vectors, lanes, output => output > 0 ? 1 : 0.01);
            Check<Forward<LeakyReluOf<ThreeTimes>>>(rows, vectors, lanes, (_, column, sum, other, _) => other[column] + sum > 0 ? other[column] + sum : 3 * (other[column] + sum));
            CheckSlope<LeakyReluSlopeOf<ThreeTimes>>(rows, vectors, lanes, output => output > 0 ? 1 : 3);
            CheckSlope<EluSlopeOf<ThreeTimes>>(rows, vectors, lanes, output => output > 0 ? 1 : 3 + output);
            Check<Forward<Relu6>>(rows, vectors, lanes, (_, column, sum, other, _) => Math.Clamp(other[column] + sum, 0, 6));
            CheckSlope<Relu6Slope>(rows, vectors, lanes, output => output > 0 ? 1 : 0);
            CheckSlope<HardSigmoidSlope>(rows, vectors, lanes, output => output > 0 ? 1 / 6.0 : 0);
            CheckSlope<SeluSlope>(rows, vectors, lanes, output => output > 0 ? 1.0507009873554805 : output + 1.7580993408473769);
            CheckSlope<SoftsignSlope>(rows, vectors, lanes, output => (1 - Math.Abs(output)) * (1 - Math.Abs(output)));
            CheckSlope<EluSlope>(rows, vectors, lanes, output => output > 0 ? 1 : 1 + output);
            CheckSlope<TanhSlope>(rows, vectors, lanes, output => 1 - (output * output));
            CheckSlope<SigmoidSlope>(rows, vectors, lanes, output => output * (1 - output));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_tail_is_all_that_is_read_and_written_of_the_last_vector(int lanes, int vectors)
    {
        for (int tail = 1; tail < lanes; tail++)
        {
            Check<Update>(3, vectors, lanes, (_, _, sum, _, before) => before + sum, tail);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Terms_are_in_up_to_three_loops(int lanes, int vectors)
    {
        Check<PlainError>(2, vectors, lanes, (_, _, sum, _, _) => sum, parts: 3);
        Check<PlainError>(5, vectors, lanes, (_, _, sum, _, _) => sum, parts: 2, blocks: 3);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Dot_products_and_sums_over_samples_are_added_onto_their_results(int lanes)
    {
        const int Stride = 32;
        for (int count = 1; count <= 4; count++)
        {
            for (int rows = 1; rows <= 4; rows++)
            {
                (float[] left, float[] right, float[] result) = (Numbers(1), Numbers(2), Numbers(3));
                double[] expected = [.. result.Select(number => (double)number)];
                for (int row = 0; row < rows; row++)
                {
                    for (int neighbour = 0; neighbour < count; neighbour++)
                    {
                        expected[(row * 7) + neighbour] += Enumerable.Range(0, Stride).Sum(column => (double)left[(row * Stride) + column] * right[(neighbour * Stride) + column]);
                    }
                }

                Dots(lanes, rows, left, right, result, 7, Stride, count);
                Agree(result, expected);
            }
        }

        for (int outputs = 1; outputs <= 9; outputs++)
        {
            (float[] deltas, float[] biases) = (Numbers(4), Numbers(5));
            double[] expected = [.. biases.Select((bias, output) => output < outputs ? bias + deltas.AsSpan(output * Stride, Stride).ToArray().Sum(delta => (double)delta) : bias)];
            InLanes(lanes, deltas, biases, outputs, Stride);
            Agree(biases, expected);

            (deltas, biases) = (Numbers(6), Numbers(7));
            int padded = (outputs + lanes - 1) / lanes * lanes;
            expected = [.. biases.Select((bias, output) => output < padded ? bias + Enumerable.Range(0, 5).Sum(sample => (double)deltas[(sample * Stride) + output]) : bias)];
            InRows(lanes, deltas, biases, outputs, Stride);
            Agree(biases, expected);
        }
    }

    private static void CheckSlope<TFunction>(int rows, int vectors, int lanes, Func<double, double> slope)
        where TFunction : struct, ITileFunction =>
        Check<Error<TFunction>>(rows, vectors, lanes, (row, column, sum, other, _) => sum * slope(other[(row * ((vectors * lanes) + 3)) + column]));

    private static void Check<TUse>(
        int rows, int vectors, int lanes, Func<int, int, double, float[], double, double> expected, int tail = 0, int parts = 1, int blocks = 1)
        where TUse : struct, ITileUse
    {
        const int Steps = 5;
        int columns = tail == 0 ? vectors * lanes : ((vectors - 1) * lanes) + tail;
        int resultRow = (vectors * lanes) + 3;

        // Rows of the left operand stand side by side, its steps apart; parts and blocks leave a gap.
        (int leftStep, int rightStep) = (rows + 1, (vectors * lanes) + 1);
        (float[] left, float[] right, float[] other, float[] result) = (Numbers(1), Numbers(2), Numbers(3), Numbers(4));
        double[] whole = [.. result.Select(number => (double)number)];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double sum = 0;
                for (int term = 0; term < Steps * parts * blocks; term++)
                {
                    int gaps = (parts == 1 ? 0 : 2 * (term / Steps)) + (blocks == 1 ? 0 : 3 * (term / (Steps * parts)));
                    sum += (double)left[row + (term * leftStep) + gaps] * right[column + (term * rightStep) + gaps];
                }

                whole[(row * resultRow) + column] = expected(row, column, sum, other, result[(row * resultRow) + column]);
            }
        }

        TileOf<TUse>(rows, vectors, lanes)(
            ref left[0], 1, leftStep, ref right[0], rightStep, ref other[0], ref result[0], resultRow, Steps,
            tail, tail, parts, parts == 1 ? 0 : 2, parts == 1 ? 0 : 2, blocks, blocks == 1 ? 0 : 3, blocks == 1 ? 0 : 3);
        Agree(result, whole);
    }

    private static Tile TileOf<TUse>(int rows, int vectors, int lanes)
        where TUse : struct, ITileUse => lanes switch
        {
            4 => Of<Vector128<float>, Vectors128, TUse>(rows, vectors),
            8 => Of<Vector256<float>, Vectors256, TUse>(rows, vectors),
            _ => Of<Vector512<float>, Vectors512, TUse>(rows, vectors),
        };

    private static Tile Of<TVector, TWords, TUse>(int rows, int vectors)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
        where TUse : struct, ITileUse => vectors switch
        {
            1 => Of<One<TVector, TWords>, TUse>(rows),
            2 => Of<Two<TVector, TWords>, TUse>(rows),
            3 => Of<Three<TVector, TWords>, TUse>(rows),
            _ => Of<Four<TVector, TWords>, TUse>(rows),
        };

    private static Tile Of<TGroup, TUse>(int rows)
        where TGroup : struct, IVectorGroup<TGroup>
        where TUse : struct, ITileUse => rows switch
        {
            1 => Tiles.Rows1<TGroup, TUse>,
            2 => Tiles.Rows2<TGroup, TUse>,
            3 => Tiles.Rows3<TGroup, TUse>,
            4 => Tiles.Rows4<TGroup, TUse>,
            5 => Tiles.Rows5<TGroup, TUse>,
            6 => Tiles.Rows6<TGroup, TUse>,
            7 => Tiles.Rows7<TGroup, TUse>,
            _ => Tiles.Rows8<TGroup, TUse>,
        };

    private static void Dots(int lanes, int rows, float[] left, float[] right, float[] result, int resultRow, int stride, int count)
    {
        switch (lanes)
        {
            case 4: Dots<Vector128<float>, Vectors128>(rows, left, right, result, resultRow, stride, count); break;
            case 8: Dots<Vector256<float>, Vectors256>(rows, left, right, result, resultRow, stride, count); break;
            default: Dots<Vector512<float>, Vectors512>(rows, left, right, result, resultRow, stride, count); break;
        }
    }

    private static void Dots<TVector, TWords>(int rows, float[] left, float[] right, float[] result, int resultRow, int stride, int count)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
    {
        switch (rows)
        {
            case 1: LaneDots.Rows1<TVector, TWords>(ref left[0], ref right[0], ref result[0], resultRow, stride, count, stride); break;
            case 2: LaneDots.Rows2<TVector, TWords>(ref left[0], ref right[0], ref result[0], resultRow, stride, count, stride); break;
            case 3: LaneDots.Rows3<TVector, TWords>(ref left[0], ref right[0], ref result[0], resultRow, stride, count, stride); break;
            default: LaneDots.Rows4<TVector, TWords>(ref left[0], ref right[0], ref result[0], resultRow, stride, count, stride); break;
        }
    }

    private static void InLanes(int lanes, float[] deltas, float[] biases, int outputs, int stride)
    {
        switch (lanes)
        {
            case 4: BiasSums.OfLanes<Vector128<float>, Vectors128>(ref deltas[0], ref biases[0], outputs, stride, stride); break;
            case 8: BiasSums.OfLanes<Vector256<float>, Vectors256>(ref deltas[0], ref biases[0], outputs, stride, stride); break;
            default: BiasSums.OfLanes<Vector512<float>, Vectors512>(ref deltas[0], ref biases[0], outputs, stride, stride); break;
        }
    }

    private static void InRows(int lanes, float[] deltas, float[] biases, int outputs, int stride)
    {
        switch (lanes)
        {
            case 4: BiasSums.OfRows<Vector128<float>, Vectors128>(ref deltas[0], ref biases[0], outputs, stride, 5); break;
            case 8: BiasSums.OfRows<Vector256<float>, Vectors256>(ref deltas[0], ref biases[0], outputs, stride, 5); break;
            default: BiasSums.OfRows<Vector512<float>, Vectors512>(ref deltas[0], ref biases[0], outputs, stride, 5); break;
        }
    }

    /// <summary>Numbers below one of both signs.</summary>
    private static float[] Numbers(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Room).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private static void Agree(IReadOnlyList<float> actual, double[] expected)
    {
        for (int place = 0; place < expected.Length; place++)
        {
            ((double)actual[place]).ShouldBe(expected[place], 1e-5, $"place {place}");
        }
    }

    private readonly struct ThreeTimes : ITileConstant
    {
        static float ITileConstant.Value => 3;
    }
}
