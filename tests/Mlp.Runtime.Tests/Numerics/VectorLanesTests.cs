using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Numerics;

/// <summary>Partial loads and stores touch no more than they say, and reductions keep their documented order.</summary>
public sealed class VectorLanesTests
{
    private const float Canary = -7777;

    [Fact]
    public void Partial_loads_take_the_first_floats_and_zeros()
    {
        float[] source = [.. Enumerable.Range(1, 16).Select(i => (float)i)];
        for (int count = 1; count <= 16; count++)
        {
            // The source ends with the last float asked for: a longer read would leave the array.
            float[] exact = source[..count];
            Expected(exact, 16).ShouldBe(Lanes(VectorLanes.LoadFirst512(in exact[0], count)));
            if (count <= 8)
            {
                Expected(exact, 8).ShouldBe(Lanes(VectorLanes.LoadFirst256(in exact[0], count)));
            }

            if (count <= 4)
            {
                Expected(exact, 4).ShouldBe(Lanes(VectorLanes.LoadFirst128(in exact[0], count)));
            }
        }
    }

    [Fact]
    public void Partial_stores_leave_what_follows_alone()
    {
        Vector512<float> lanes = Vector512<float>.Indices;
        for (int count = 1; count <= 16; count++)
        {
            float[] stored = Canaries();
            lanes.StoreFirst(ref stored[0], count);
            ShouldHold(stored, count);
            if (count <= 8)
            {
                stored = Canaries();
                lanes.GetLower().StoreFirst(ref stored[0], count);
                ShouldHold(stored, count);
            }

            if (count <= 4)
            {
                stored = Canaries();
                lanes.GetLower().GetLower().StoreFirst(ref stored[0], count);
                ShouldHold(stored, count);
            }
        }
    }

    [Fact]
    public void Masks_cover_the_first_lanes()
    {
        for (int count = 0; count <= 16; count++)
        {
            Bits(Lanes(VectorLanes.FirstLanes512(count))).ShouldBe(MaskBits(count, 16));
            Bits(Lanes(VectorLanes.FirstLanes256(Math.Min(count, 8)))).ShouldBe(MaskBits(count, 8));
            Bits(Lanes(VectorLanes.FirstLanes128(Math.Min(count, 4)))).ShouldBe(MaskBits(count, 4));
        }
    }

    [Fact]
    public void The_maximum_is_found_in_every_lane()
    {
        for (int lane = 0; lane < 16; lane++)
        {
            Vector512<float> vector = Vector512.Create(-5f).WithElement(lane, -1);
            VectorLanes.Max(vector).ShouldBe(-1);
            VectorLanes.Max(lane < 8 ? vector.GetLower() : vector.GetUpper()).ShouldBe(-1);
            Vector256<float> half = lane < 8 ? vector.GetLower() : vector.GetUpper();
            VectorLanes.Max(lane % 8 < 4 ? half.GetLower() : half.GetUpper()).ShouldBe(-1);
        }
    }

    [Fact]
    public void Sums_follow_their_tree_to_the_last_bit()
    {
        Random random = new(1);
        for (int round = 0; round < 1000; round++)
        {
            float[][] rows = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 16).Select(_ => (random.NextSingle() - 0.5f) * MathF.Exp(random.Next(9))).ToArray())];
            Vector512<float>[] vectors = [.. rows.Select(row => Vector512.Create(row))];
            Vector256<float>[] halves = [.. vectors.Select(v => v.GetLower())];
            Vector128<float>[] quarters = [.. halves.Select(v => v.GetLower())];
            for (int i = 0; i < 4; i++)
            {
                float[] fours = [.. Enumerable.Range(0, 4).Select(l => rows[i][4 * l] + rows[i][(4 * l) + 2] + (rows[i][(4 * l) + 1] + rows[i][(4 * l) + 3]))];
                VectorLanes.Sum(quarters[i]).ShouldBe(fours[0]);
                VectorLanes.Sum(halves[i]).ShouldBe(fours[0] + fours[1]);
                VectorLanes.Sum(vectors[i]).ShouldBe(fours[0] + fours[2] + (fours[1] + fours[3]));
            }

            VectorLanes.SumTogether(quarters[0], quarters[1], quarters[2], quarters[3])
                .ShouldBe(Vector128.Create([.. quarters.Select(VectorLanes.Sum)]));
            VectorLanes.SumTogether(halves[0], halves[1], halves[2], halves[3])
                .ShouldBe(Vector128.Create([.. halves.Select(VectorLanes.Sum)]));
            VectorLanes.SumTogether(vectors[0], vectors[1], vectors[2], vectors[3])
                .ShouldBe(Vector128.Create([.. vectors.Select(VectorLanes.Sum)]));
        }
    }

    private static float[] Canaries() => [.. Enumerable.Repeat(Canary, 20)];

    private static void ShouldHold(float[] stored, int count)
    {
        for (int i = 0; i < stored.Length; i++)
        {
            stored[i].ShouldBe(i < count ? i : Canary);
        }
    }

    private static float[] Expected(float[] first, int lanes) => [.. first, .. new float[lanes - first.Length]];

    private static int[] MaskBits(int count, int lanes) => [.. Enumerable.Range(0, lanes).Select(i => i < count ? -1 : 0)];

    private static int[] Bits(float[] lanes) => [.. lanes.Select(BitConverter.SingleToInt32Bits)];

    private static float[] Lanes<TVector>(TVector vector)
        where TVector : struct
    {
        float[] lanes = new float[Unsafe.SizeOf<TVector>() / sizeof(float)];
        Unsafe.As<float, TVector>(ref lanes[0]) = vector;
        return lanes;
    }
}
