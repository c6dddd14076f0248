using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Slices;

/// <summary>Blocks of a gradient: how samples are dealt to them, what their sum is, and when a slice has them.</summary>
public sealed class GradientBlocksTests
{
    /// <summary>Vectors of whole lines and a tail.</summary>
    private const int Floats = 35;

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(100, new[] { 100 })]
    [InlineData(101, new[] { 100, 1 })]
    [InlineData(250, new[] { 100, 100, 50 })]
    public void Samples_come_in_blocks(int samples, int[] expected)
    {
        var blocks = new GradientBlocks(new float[Floats], new float[2 * Floats], 100);
        Counts(ref blocks, samples).ShouldBe(expected);
    }

    /// <summary>2²⁴ + 1 is no float: a block of one is not lost beside a block of 2²⁴, and 2²⁴ + 2 is what is left of them.</summary>
    [Fact]
    public void A_block_is_not_lost_beside_a_larger_one()
    {
        float[] sum = new float[Floats];
        float[] memory = Enumerable.Repeat(float.NaN, 2 * Floats).ToArray();
        var blocks = new GradientBlocks(sum, memory, 1);
        foreach (float block in new float[] { 1 << 24, 1, 1, -3, 3 })
        {
            blocks.Next(9).ShouldBe(1);
            sum.ShouldAllBe(value => value == 0);
            AddToAll(ref blocks.Block, block);
        }

        blocks.Finish();
        sum.ShouldAllBe(value => value == (1 << 24) + 2);
    }

    [Fact]
    public void What_is_no_finite_number_stays_it()
    {
        foreach (float value in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            float[] sum = new float[Floats];
            var blocks = new GradientBlocks(sum, new float[2 * Floats], 1);
            _ = blocks.Next(2);
            AddToAll(ref blocks.Block, value);
            _ = blocks.Next(1);
            AddToAll(ref blocks.Block, 1);
            blocks.Finish();
            sum.ShouldAllBe(element => element.Equals(value));
        }
    }

    [Fact]
    public void A_slice_begins_a_block_where_the_last_one_has_no_room()
    {
        var slice = new GradientSlice();
        Add(slice, 60, 1).ShouldBe([60]);
        Add(slice, 40, 1).ShouldBe([40]);
        Sum(slice).ShouldBe(100);
        Add(slice, 1, 1).ShouldBe([1]);
        Add(slice, 99, 1).ShouldBe([99]);
        Add(slice, 230, 1).ShouldBe([100, 100, 30]);
        Add(slice, 70, 1).ShouldBe([70]);
        Sum(slice).ShouldBe(500);
        Sum(slice).ShouldBe(500);
        Add(slice, 5, 1).ShouldBe([5]);
        Sum(slice).ShouldBe(505);
        slice.Clear();
        Sum(slice).ShouldBe(0);
        Add(slice, 7, 1).ShouldBe([7]);
        Sum(slice).ShouldBe(7);
    }

    /// <summary>Ones that a float does not see any more beside 2²⁴ of them: 64 samples at a time, read now and then.</summary>
    [Fact]
    public void A_slice_loses_nothing_however_often_it_is_added_onto()
    {
        var slice = new GradientSlice();
        for (int time = 0; time < 300_000; time++)
        {
            Add(slice, 64, 1);
            if (time % 50_000 == 0)
            {
                Sum(slice).ShouldBe((time + 1) * 64);
            }
        }

        Sum(slice).ShouldBe(300_000 * 64);
    }

    [Fact]
    public void Slices_are_added_with_all_their_blocks()
    {
        GradientSlice[] slices = [new(), new(), new()];
        Add(slices[0], 250, 1);
        Add(slices[1], 10, 1);
        Add(slices[2], 300, 1);
        for (int part = 1; part >= 0; part--)
        {
            slices[0].Add(slices.AsSpan(1), part, 2);
        }

        Sum(slices[0]).ShouldBe(560);
        Add(slices[0], 50, 1);
        Sum(slices[0]).ShouldBe(610);
        (Sum(slices[1]), Sum(slices[2])).ShouldBe((10, 300));
    }

    [Fact]
    public void A_slice_takes_memory_for_blocks_where_it_has_more_than_one_and_once()
    {
        var slice = new GradientSlice();
        slice.Sum(Floats);
        Allocations.Of(() =>
        {
            slice.Clear();
            slice.HasRoom(100, 100).ShouldBeTrue();
            slice.Block(Floats, 100) = 1;
            slice.HasRoom(1, 100).ShouldBeFalse();
        }).ShouldBe(0);
        slice.Clear();
        slice.Blocks(Floats, 101, 100);
        Allocations.Of(() =>
        {
            slice.Clear();
            slice.Blocks(Floats, 1000, 100);
        }).ShouldBe(0);
    }

    [Fact]
    public void A_slice_of_another_network_is_refused()
    {
        var slice = new GradientSlice();
        slice.Block(64, 1) = 1;
        Should.Throw<ArgumentException>(() => slice.Block(80, 1) = 1).ParamName.ShouldBe("slice");
        Should.Throw<ArgumentException>(() => slice.Blocks(80, 101, 100).Next(1)).ParamName.ShouldBe("slice");
        Should.Throw<ArgumentException>(() => slice.Sum(80, 0, 16) = 1).ParamName.ShouldBe("slice");
    }

    /// <summary>Adds a gradient of ones for each sample, as kernels do, and says in which blocks.</summary>
    private static int[] Add(GradientSlice slice, int samples, float each)
    {
        if (slice.HasRoom(samples, 100))
        {
            AddToAll(ref slice.Block(Floats, samples), samples * each);
            return [samples];
        }

        GradientBlocks blocks = slice.Blocks(Floats, samples, 100);
        int[] counts = new int[samples];
        int length = 0;
        for (; samples > 0; samples -= counts[length++])
        {
            counts[length] = blocks.Next(samples);
            AddToAll(ref blocks.Block, counts[length] * each);
        }

        return counts[..length];
    }

    private static int[] Counts(ref GradientBlocks blocks, int samples)
    {
        int[] counts = new int[samples];
        int length = 0;
        for (; samples > 0; samples -= counts[length++])
        {
            counts[length] = blocks.Next(samples);
        }

        return counts[..length];
    }

    private static float Sum(GradientSlice slice)
    {
        Span<float> sum = slice.Sum(Floats);
        foreach (float value in sum)
        {
            value.ShouldBe(sum[0]);
        }

        return sum[0];
    }

    private static void AddToAll(ref float sum, float value)
    {
        for (int index = 0; index < Floats; index++)
        {
            Unsafe.Add(ref sum, index) += value;
        }
    }
}
