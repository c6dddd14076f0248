using System;
using System.Linq;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>Rows to columns and back, and broadcasts from registers, at each width, accelerated or not.</summary>
public sealed class ColumnTests
{
    private const float Canary = -777;

    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, int>();
            foreach (int lanes in new[] { 4, 8, 16 })
            {
                for (int count = 1; count <= 4; count++)
                {
                    shapes.Add(lanes, count, count);
                    shapes.Add(lanes, count, count + 1);
                    shapes.Add(lanes, count, 9);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_column_holds_its_rows_in_the_order_of_the_groups(int lanes, int count, int stride)
    {
        float[] rows = Rows(lanes, count, stride);
        int groups = lanes / 4;

        float[][] columns = Load(rows, lanes, stride, count);

        for (int column = 0; column < count; column++)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                int row = (groups * (lane % 4)) + (lane / 4);
                columns[column][lane].ShouldBe(rows[(row * stride) + column], $"column {column}, lane {lane}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Stored_columns_are_the_rows_again_and_nothing_else(int lanes, int count, int stride)
    {
        float[] rows = Rows(lanes, count, stride);
        float[] stored = [.. Enumerable.Repeat(Canary, rows.Length + 16)];

        Store(Load(rows, lanes, stride, count), stored, lanes, stride, count);

        for (int index = 0; index < stored.Length; index++)
        {
            bool isWritten = index % stride < count && index / stride < lanes;
            stored[index].ShouldBe(isWritten ? rows[index] : Canary, $"index {index}");
        }
    }

    [Fact]
    public void Four_lanes_are_repeated_and_one_of_them_spread()
    {
        Vector512<float> wide = Vector512.LoadUnsafe(ref Numbers(16)[0]);
        for (int group = 0; group < 4; group++)
        {
            Vector512<float> four = VectorLanes.RepeatFour(wide, group);
            Lanes(four).ShouldBe([.. Enumerable.Range(0, 16).Select(lane => (float)((4 * group) + (lane % 4)))]);
            for (int lane = 0; lane < 4; lane++)
            {
                Lanes(VectorLanes.Spread(four, lane)).ShouldAllBe(value => value == (4 * group) + lane);
            }
        }

        for (int group = 0; group < 2; group++)
        {
            Vector256<float> four = VectorLanes.RepeatFour(wide.GetLower(), group);
            for (int lane = 0; lane < 4; lane++)
            {
                VectorLanes.Spread(four, lane).ShouldBe(Vector256.Create((float)((4 * group) + lane)));
                VectorLanes.Spread(four.GetUpper(), lane).ShouldBe(Vector128.Create((float)((4 * group) + lane)));
            }
        }
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(index => (float)index)];

    /// <summary>No longer than what may be read: the last row ends with its last column.</summary>
    private static float[] Rows(int lanes, int count, int stride) => Numbers(((lanes - 1) * stride) + count);

    private static float[] Lanes(Vector512<float> vector)
    {
        float[] lanes = new float[16];
        vector.CopyTo(lanes);
        return lanes;
    }

    private static float[][] Load(float[] rows, int lanes, int stride, int count)
    {
        float[][] columns = [.. Enumerable.Range(0, 4).Select(_ => new float[lanes])];
        switch (lanes)
        {
            case 4:
                VectorLanes.LoadColumns(in rows[0], stride, count, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d);
                a.CopyTo(columns[0]);
                b.CopyTo(columns[1]);
                c.CopyTo(columns[2]);
                d.CopyTo(columns[3]);
                break;
            case 8:
                VectorLanes.LoadColumns(in rows[0], stride, count, out Vector256<float> e, out Vector256<float> f, out Vector256<float> g, out Vector256<float> h);
                e.CopyTo(columns[0]);
                f.CopyTo(columns[1]);
                g.CopyTo(columns[2]);
                h.CopyTo(columns[3]);
                break;
            default:
                VectorLanes.LoadColumns(in rows[0], stride, count, out Vector512<float> i, out Vector512<float> j, out Vector512<float> k, out Vector512<float> l);
                i.CopyTo(columns[0]);
                j.CopyTo(columns[1]);
                k.CopyTo(columns[2]);
                l.CopyTo(columns[3]);
                break;
        }

        return columns;
    }

    private static void Store(float[][] columns, float[] rows, int lanes, int stride, int count)
    {
        switch (lanes)
        {
            case 4:
                VectorLanes.StoreColumns(ref rows[0], stride, count, Vector128.Create<float>(columns[0]), Vector128.Create<float>(columns[1]), Vector128.Create<float>(columns[2]), Vector128.Create<float>(columns[3]));
                break;
            case 8:
                VectorLanes.StoreColumns(ref rows[0], stride, count, Vector256.Create<float>(columns[0]), Vector256.Create<float>(columns[1]), Vector256.Create<float>(columns[2]), Vector256.Create<float>(columns[3]));
                break;
            default:
                VectorLanes.StoreColumns(ref rows[0], stride, count, Vector512.Create<float>(columns[0]), Vector512.Create<float>(columns[1]), Vector512.Create<float>(columns[2]), Vector512.Create<float>(columns[3]));
                break;
        }
    }
}
